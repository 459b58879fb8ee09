import { useMemo } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useLanguage } from '../../ui/format.js';
import { localeOf } from '../../ui/language.js';

/** The words of these pages, and the names of languages in the reader's own. */
export function useChildWords() {
  const { t } = useTranslation('child-advisors');
  const language = useLanguage();
  const nameOfLanguage = useMemo(() => {
    const names = new Intl.DisplayNames(localeOf(language), { type: 'language' });
    return (code: string) => (/^[a-z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
  }, [language]);
  return { t, nameOfLanguage };
}
