import { asLanguage, directionOf, type Language } from '../ui/language.js';

/** Asked for in the address, else kept in the cookie `language`, else what the server has written into the page. */
export function readersLanguage(search: string, cookie: string, ofDocument: string): Language {
  const kept = /(?:^|;\s*)language=([^;]+)/.exec(cookie)?.[1];
  return asLanguage(new URLSearchParams(search).get('lang')) ?? asLanguage(kept) ?? asLanguage(ofDocument) ?? 'en';
}

/** Writes the language and its direction into the page, and keeps it for a year. */
export function keepLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  document.cookie = `language=${language}; path=/; max-age=31536000; samesite=lax`;
}
