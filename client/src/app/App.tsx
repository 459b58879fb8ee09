import type { i18n } from 'i18next';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoutes, useSearchParams } from 'react-router';
import { asLanguage, type Language } from '../ui/language.js';
import { keepLanguage } from './readersLanguage.js';
import { routes } from './routes.js';

export function App() {
  useLanguageOfAddress();
  return <Suspense>{useRoutes(routes)}</Suspense>;
}

/** Another language in the address is spoken from then on; the page stays, with everything typed into it. */
function useLanguageOfAddress() {
  const { i18n } = useTranslation();
  const [query] = useSearchParams();
  const asked = asLanguage(query.get('lang'));
  useEffect(() => {
    if (asked && asked !== i18n.language) void speak(i18n, asked);
  }, [asked, i18n]);
}

/** Changes the language once all the words that the page needs are there; where they do not arrive, the page stays readable as it is. */
async function speak(i18n: i18n, language: Language) {
  const rooms = Object.keys(i18n.getDataByLanguage(i18n.language) ?? {});
  await i18n.loadLanguages(language);
  if (!rooms.every((room) => i18n.hasResourceBundle(language, room))) return;
  await i18n.changeLanguage(language);
  keepLanguage(language);
}
