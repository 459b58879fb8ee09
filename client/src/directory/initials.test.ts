import { initialsOf } from './initials.js';

it.each([
  ['Alana Institute', 'AI'],
  ['Action Le Vert', 'AV'],
  ['ALEF', 'AL'],
  ['Defence for Children International', 'DC'],
  ['The Forum', 'FO'],
  ['الأرض للإنسان', 'ال'],
  ['Ökumenisches Forum', 'ÖF'],
  ['42', '42'],
])('the letters of %s are %s', (name, letters) => {
  expect(initialsOf(name)).toBe(letters);
});
