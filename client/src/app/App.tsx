import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoutes, useSearchParams } from 'react-router';
import { asLanguage } from '../ui/language.js';
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
    if (asked && asked !== i18n.language) void i18n.changeLanguage(asked);
  }, [asked, i18n]);
  useEffect(() => {
    const keep = (tag: string) => {
      const language = asLanguage(tag);
      if (language) keepLanguage(language);
    };
    i18n.on('languageChanged', keep);
    return () => i18n.off('languageChanged', keep);
  }, [i18n]);
}
