/** The languages in which the portal speaks, the first being the one it falls back to. */
export const languages = ['en', 'fr', 'es', 'ar'] as const;

export type Language = (typeof languages)[number];

/** Each language in its own words. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' };

export function asLanguage(tag: string | null | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split('-', 1)[0];
  return languages.find((language) => language === primary);
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The locale for numbers and days: Arabic with the digits that all four languages share, English with the day before the month. */
export function localeOf(language: Language): string {
  return { en: 'en-GB', fr: 'fr', es: 'es', ar: 'ar-u-nu-latn' }[language];
}
