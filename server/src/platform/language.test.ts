import { directionOf, readersLanguage } from './language.js';

test.each([
  [{}, 'en'],
  [{ acceptLanguage: 'fr-CH, fr;q=0.9, en;q=0.8' }, 'fr'],
  [{ acceptLanguage: 'km, de;q=0.9, es;q=0.5, en;q=0.4' }, 'es'],
  [{ acceptLanguage: 'en;q=0.3, ar;q=0.7' }, 'ar'],
  [{ acceptLanguage: 'fr;q=0, *;q=0.5' }, 'en'],
  [{ acceptLanguage: ';;;,,q=' }, 'en'],
  [{ fromCookie: 'es', acceptLanguage: 'fr' }, 'es'],
  [{ fromCookie: 'tlh', acceptLanguage: 'fr' }, 'fr'],
  [{ fromAddress: 'ar', fromCookie: 'es', acceptLanguage: 'fr' }, 'ar'],
  [{ fromAddress: 'AR-eg', fromCookie: 'es' }, 'ar'],
  [{ fromAddress: '"><script>', fromCookie: 'es' }, 'es'],
] as const)('a reader who says %j is served in %s', (asked, language) => {
  expect(readersLanguage(asked)).toBe(language);
});

test('Arabic alone is written from right to left', () => {
  expect((['en', 'fr', 'es', 'ar'] as const).map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'rtl']);
});
