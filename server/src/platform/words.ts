import type { Language } from './language.js';

/** One sentence in each language of the portal; `words({ en, fr, es, ar })[context.language]` is what the reader sees. */
export type Words = Readonly<Record<Language, string>>;

/** Keeps a sentence in all four languages together; leaving one out is an error of the compiler. */
export function words(inEachLanguage: Words): Words {
  return inEachLanguage;
}

/** Puts values into the `{names}` of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** The parts as one enumeration, such as "the seats, the name and the country". */
export function enumerated(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(parts);
}
