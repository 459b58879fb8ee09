import { isIdentifier, normalisedIdentifier } from './identifiers.js';

type Scheme = Parameters<typeof isIdentifier>[0];

test.each<[Scheme, string, string]>([
  ['ROR', 'https://ror.org/02mhbdp94', '02mhbdp94'],
  ['ISNI', '0000 0001 2150 090X', '000000012150090X'],
  ['ISNI', 'https://isni.org/isni/0000000121032683', '0000000121032683'],
  ['WIKIDATA', 'https://www.wikidata.org/wiki/q42', 'Q42'],
  ['LEI', '5493 00 84ukls4pd5iq 45', '54930084UKLS4PD5IQ45'],
  ['ECOSOC', ' 12345 ', '12345'],
  ['NATIONAL_REGISTER', ' NGO/2004/17 ', 'NGO/2004/17'],
])('%s: %j is kept as %s', (scheme, written, kept) => {
  expect(normalisedIdentifier(scheme, written)).toBe(kept);
});

test.each<[Scheme, string, boolean]>([
  ['ROR', '02mhbdp94', true],
  ['ROR', '02mhbdp95', false],
  ['ROR', '12mhbdp94', false],
  ['ISNI', '000000012150090X', true],
  ['ISNI', '0000000121500901', false],
  ['WIKIDATA', 'Q42', true],
  ['WIKIDATA', 'Q042', false],
  ['WIKIDATA', '42', false],
  ['LEI', '5493001KJTIIGC8Y1R12', true],
  ['LEI', '5493001KJTIIGC8Y1R13', false],
  ['ECOSOC', '1234', true],
  ['ECOSOC', 'E1234', false],
  ['NATIONAL_REGISTER', 'NGO/2004/17', true],
  ['NATIONAL_REGISTER', '', false],
  ['NATIONAL_REGISTER', 'x'.repeat(61), false],
])('%s: whether %j can be one is %s', (scheme, value, can) => {
  expect(isIdentifier(scheme, value)).toBe(can);
});
