import { isEmail, normalisedEmail } from './email.js';

test.each(['amal@example.org', 'a.b+c@sub.example.org', "o'neil@example.ie", 'ñandú@correo.example', 'أمل@مثال.إختبار'])(
  '%s is an address',
  (email) => {
    expect(isEmail(email)).toBe(true);
  },
);

test.each([
  '',
  'amal',
  '@example.org',
  'amal@',
  'amal@example',
  'a@b@example.org',
  'a b@example.org',
  'amal@example.org\nBcc: x@example.org',
  '<amal@example.org>',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b.'.repeat(130)}org`,
])('%j is none', (email) => {
  expect(isEmail(email)).toBe(false);
});

test('blanks around it and capital letters make no other address', () => {
  expect(normalisedEmail('  Amal@Example.ORG ')).toBe('amal@example.org');
});
