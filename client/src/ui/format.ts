import { useLanguageTag } from './useTranslation.js';
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

const formats = new Map<Language, Format>();

/** How a language writes; made once each, since that takes longer than to write a hundred days. */
export function formatIn(language: Language): Format {
  const known = formats.get(language) ?? newFormat(localeOf(language));
  formats.set(language, known);
  return known;
}

function newFormat(locale: string): Format {
  const numbers = lazily(() => new Intl.NumberFormat(locale));
  const countries = lazily(() => new Intl.DisplayNames(locale, { type: 'region' }));
  const languages = lazily(() => new Intl.DisplayNames(locale, { type: 'language' }));
  const lists = lazily(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const collator = lazily(() => new Intl.Collator(locale));
  const days: Partial<Record<'DAY' | 'MONTH' | 'YEAR', Intl.DateTimeFormat>> = {};
  return {
    number: (value) => numbers().format(value),
    day: (day, precision = 'DAY') =>
      (days[precision] ??= new Intl.DateTimeFormat(locale, {
        timeZone: 'UTC',
        year: 'numeric',
        ...(precision !== 'YEAR' && { month: 'long' }),
        ...(precision === 'DAY' && { day: 'numeric' }),
      })).format(new Date(`${day}T00:00:00Z`)),
    country: (code) => countries().of(code) ?? code,
    language: (code) => {
      const name = languages().of(code) ?? code;
      return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
    },
    time: (moment, zone) =>
      new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment),
    list: (parts) => lists().format(parts),
    compare: (one, other) => collator().compare(one, other),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Numbers, days and names of countries as the reader's language writes them. */
export function useFormat(): Format {
  return formatIn(useLanguage());
}

export function useLanguage(): Language {
  return asLanguage(useLanguageTag()) ?? 'en';
}
