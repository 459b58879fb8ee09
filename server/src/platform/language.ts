/** The languages in which the portal speaks, the first being the one it falls back to. */
export const languages = ['en', 'fr', 'es', 'ar'] as const;

export type Language = (typeof languages)[number];

/** Which way a language is written. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The language of the reader: asked for in the address, else kept in the cookie `language`, else the browser's, else English. */
export function readersLanguage(asked: {
  fromAddress?: string | null | undefined;
  fromCookie?: string | undefined;
  acceptLanguage?: string | undefined;
}): Language {
  return asLanguage(asked.fromAddress) ?? asLanguage(asked.fromCookie) ?? preferredLanguage(asked.acceptLanguage) ?? 'en';
}

/** The language of the portal that a tag such as `fr-CH` names; undefined when it names none. */
export function asLanguage(tag: string | null | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split('-', 1)[0];
  return languages.find((language) => language === primary);
}

function preferredLanguage(header: string | undefined): Language | undefined {
  if (header === undefined) return undefined;
  const wishes = header.split(',').map((part, position) => {
    const [tag, ...parameters] = part.split(';');
    const quality = parameters
      .find((parameter) => parameter.trim().startsWith('q='))
      ?.trim()
      .slice(2);
    return { language: asLanguage(tag), quality: quality === undefined ? 1 : Number(quality), position };
  });
  wishes.sort((one, other) => other.quality - one.quality || one.position - other.position);
  return wishes.find((wish) => wish.language !== undefined && wish.quality > 0)?.language;
}
