import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { asLanguage, type Language, localeOf } from './language.js';

export interface Format {
  number(value: number): string;
  /** A calendar day, YYYY-MM-DD, written as its precision allows. */
  day(day: string, precision?: 'DAY' | 'MONTH' | 'YEAR'): string;
  /** The name of a country by its ISO 3166-1 alpha-2 code. */
  country(code: string): string;
  /** The name of a language by its ISO 639-1 code, as it stands alone. */
  language(code: string): string;
  /** The wall-clock time of a moment in an IANA zone. */
  time(moment: Date, zone: string): string;
  list(parts: readonly string[]): string;
  compare(one: string, other: string): number;
}

export function formatIn(language: Language): Format {
  const locale = localeOf(language);
  const numbers = new Intl.NumberFormat(locale);
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale);
  // Made once each: they take longer to make than a hundred days to write.
  const days: Partial<Record<'DAY' | 'MONTH' | 'YEAR', Intl.DateTimeFormat>> = {};
  return {
    number: (value) => numbers.format(value),
    day: (day, precision = 'DAY') =>
      (days[precision] ??= new Intl.DateTimeFormat(locale, {
        timeZone: 'UTC',
        year: 'numeric',
        ...(precision !== 'YEAR' && { month: 'long' }),
        ...(precision === 'DAY' && { day: 'numeric' }),
      })).format(new Date(`${day}T00:00:00Z`)),
    country: (code) => countries.of(code) ?? code,
    language: (code) => {
      const name = languages.of(code) ?? code;
      return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
    },
    time: (moment, zone) =>
      new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment),
    list: (parts) => lists.format(parts),
    compare: (one, other) => collator.compare(one, other),
  };
}

/** Numbers, days and names of countries as the reader's language writes them. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatIn(language), [language]);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return asLanguage(i18n.language) ?? 'en';
}
