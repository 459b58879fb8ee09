import i18next from 'i18next';
import { Suspense, useEffect } from 'react';
import { useRoutes, useSearchParams } from 'react-router';
import { asLanguage, type Language } from '../ui/language.js';
import { useLanguageTag } from '../ui/useTranslation.js';
import { keepLanguage } from './readersLanguage.js';
import { routes } from './routes.js';

export function App() {
  useLanguageOfAddress();
  return <Suspense>{useRoutes(routes)}</Suspense>;
}

/** Another language in the address is spoken from then on; the page stays, with everything typed into it. */
function useLanguageOfAddress() {
  const language = useLanguageTag();
  const [query] = useSearchParams();
  const asked = asLanguage(query.get('lang'));
  useEffect(() => {
    if (asked && asked !== language) void speak(asked);
  }, [asked, language]);
}

/** Changes the language once all the words that the page needs are there; where they do not arrive, the page stays readable as it is. */
async function speak(language: Language) {
  const rooms = Object.keys(i18next.getDataByLanguage(i18next.language) ?? {});
  await i18next.loadLanguages(language);
  if (!rooms.every((room) => i18next.hasResourceBundle(language, room))) return;
  await i18next.changeLanguage(language);
  keepLanguage(language);
}
