import { readersLanguage } from './readersLanguage.js';

describe('the language of the reader', () => {
  it.each([
    ['the address before all', '?lang=ar', 'language=fr', 'es', 'ar'],
    ['then the cookie', '?q=lang', 'session=x; language=fr', 'es', 'fr'],
    ['then the page of the server', '', 'languages=fr', 'es', 'es'],
    ['English where nothing is known', '?lang=tlh', 'language=la', 'de', 'en'],
    ['a language by its regional tag', '?lang=fr-CA', '', 'en', 'fr'],
  ])('is %s', (_, search, cookie, page, language) => {
    expect(readersLanguage(search, cookie, page)).toBe(language);
  });
});
