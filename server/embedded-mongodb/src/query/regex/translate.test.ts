import { BSONRegExp } from '../../bson/values.js';
import { literalPrefix } from './literal-prefix.js';
import { translatePattern } from './translate.js';

describe('A PCRE pattern', () => {
  it.each([
    ['a.b', '', 'a\rb', true],
    ['a.b', '', 'a\u2028b', true],
    ['a.b', '', 'a\nb', false],
    ['a.b', 's', 'a\nb', true],
    ['^.$', '', '😀', true],
    ['b$', '', 'ab\n', true],
    ['b$', '', 'ab\n\n', false],
    ['b\\z', '', 'ab\n', false],
    ['^b', '', 'a\nb', false],
    ['^b', 'm', 'a\nb', true],
    ['^b', 'm', 'a\rb', false],
    ['a$', 'm', 'a\nb', true],
    ['\\Ab', 'm', 'a\nb', false],
    ['^$', 'm', 'a\n', false],
    ['a b # note', 'x', 'ab', true],
    ['a[ ]b', 'x', 'a b', true],
    ['\\d+', '', '١', false],
    ['\\s', '', '\u00a0', false],
    ['\\h', '', '\u00a0', true],
    ['é', 'i', 'É', true],
    ['[[:alpha:]_]+$', '', 'ab_', true],
    ['[^[:digit:]]', '', '1', false],
    ['[]a]', '', ']', true],
    ['[^]a]', '', ']', false],
    ['[a-]', '', '-', true],
    ['[\\W]', '', 'a', false],
    ['[^\\Wa]+$', '', 'bcd', true],
    ['[^\\Wa]', '', 'a', false],
    ['a{2}', '', 'aa', true],
    ['a{', '', 'a{', true],
    ['a{,', '', 'a{,', true],
    ['\\Qa.b\\E+', '', 'a.bbb', true],
    ['\\Qa.b\\E', '', 'axb', false],
    ['(?i)ABC', '', 'abc', true],
    ['\\x41\\x{1F600}', '', 'A😀', true],
    ['\\p{Lu}', '', 'a', false],
    ['\\-\\_\\@', '', '-_@', true],
    ['(?=a)a(?!c)', '', 'ab', true],
    ['(?<=x)a', '', 'xa', true],
    ['(?<name>a)b', '', 'ab', true],
    ['a|^b', '', 'b', true],
    ['\\bfoo\\b', '', 'a foo b', true],
    ['x*?y', '', 'xxy', true],
  ])('/%s/%s on %j: %s', (pattern, options, text, expected) => {
    expect(translatePattern(new BSONRegExp(pattern, options))(text)).toBe(expected);
  });

  it.each(['a++', '(?>a)', '(a)\\1', '(?R)', '(?(1)a|b)', 'a(?i)b', '\\R', '\\K', '(*UCP)a'])(
    '%s has no exact counterpart and is refused',
    (pattern) => {
      expect(() => translatePattern(new BSONRegExp(pattern))).toThrow(expect.objectContaining({ code: 115 }));
    },
  );

  it.each(['(', ')', '[a', '*a', 'a**', '\\', '\\y', '\\u0041', '[[:nothing:]]', '[b-a]'])('%s is invalid', (pattern) => {
    expect(() => translatePattern(new BSONRegExp(pattern))).toThrow(expect.objectContaining({ code: 51091 }));
  });

  it.each([
    ['^abc', '', 'abc'],
    ['^abc*', '', 'ab'],
    ['^a\\.b', '', 'a.b'],
    ['^a.b', '', 'a'],
    ['^a\\d', '', 'a'],
    ['\\Aab$', '', 'ab'],
    ['^é+', '', undefined],
    ['^a|b', '', undefined],
    ['^a', 'i', undefined],
    ['abc', '', undefined],
    ['^(ab)', '', undefined],
  ])('/%s/%s begins with the text %s', (pattern, options, expected) => {
    expect(literalPrefix(new BSONRegExp(pattern, options))).toBe(expected);
  });
});
