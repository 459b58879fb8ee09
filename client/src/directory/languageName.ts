/** The name of a language, ISO 639-1, as the reader's language writes it; its code where it has no name. */
export function languageName(code: string, readersLanguage: string): string {
  const name = new Intl.DisplayNames(readersLanguage, { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(readersLanguage) + name.slice(1);
}
