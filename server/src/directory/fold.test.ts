import { fold, wordsOf } from './fold.js';

test.each([
  ['Børns  Vilkår', 'borns vilkar'],
  ['Casa Bună', 'casa buna'],
  ['NIÑOS, Niñas y Adolescentes', 'ninos ninas y adolescentes'],
  ['Straße', 'strasse'],
  ['İstanbul', 'istanbul'],
  ["Children's Rights", 'childrens rights'],
  ['Children’s Rights', 'childrens rights'],
  ["Cote d'Ivoire", 'cote d ivoire'],
  ['ＡＢＣ ①', 'abc 1'],
  ['أطفال إلى آمنة', 'اطفال الي امنه'],
  ['حُقُوقُ الطِّفْل', 'حقوق الطفل'],
  ['شبكـــة', 'شبكه'],
  ['', ''],
  ['—', ''],
])('%j folds to %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});

test('the Arabic article is no part of a word', () => {
  expect(wordsOf('حقوق الطفل')).toEqual(wordsOf('حقوق طفل'));
});
