import { BSONRegExp, ObjectId } from '../../../bson/values.js';
import { double, evaluate, failure } from '../../../../test/support/aggregation.js';

describe('joining and changing strings', () => {
  it('concatenates, with null for anything null', () => {
    expect(evaluate({ $concat: ['a', '$b', 'c'] }, { b: 'é' })).toBe("'aéc'");
    expect(evaluate({ $concat: ['a', '$b'] })).toBe('null');
    expect(failure({ $concat: ['a', 1] })).toBe(16702);
  });

  it('changes the case of ASCII letters only', () => {
    expect(evaluate({ $toUpper: 'straße é' })).toBe("'STRAßE é'");
    expect(evaluate({ $toLower: 'ÄBC' })).toBe("'Äbc'");
    expect(evaluate({ $toUpper: '$nothing' })).toBe("''");
    expect(evaluate({ $toUpper: [new Date(0)] })).toBe("'1970-01-01T00:00:00.000Z'");
    expect(failure({ $toUpper: [['a']] })).toBe(16007);
  });

  it('compares without regard to the case of ASCII letters', () => {
    expect(evaluate({ $strcasecmp: ['Abc', 'aBD'] })).toBe('-1');
    expect(evaluate({ $strcasecmp: ['abc', 'ABC'] })).toBe('0');
  });

  it('counts bytes and code points', () => {
    expect(evaluate({ $strLenBytes: 'aé😀' })).toBe('7');
    expect(evaluate({ $strLenCP: 'aé😀' })).toBe('3');
    expect(failure({ $strLenCP: '$nothing' })).toBe(34471);
    expect(failure({ $strLenBytes: 5 })).toBe(34473);
  });

  it('replaces once or everywhere', () => {
    expect(evaluate({ $replaceOne: { input: 'banana', find: 'an', replacement: 'o' } })).toBe("'boana'");
    expect(evaluate({ $replaceAll: { input: 'banana', find: 'an', replacement: 'o' } })).toBe("'booa'");
    expect(evaluate({ $replaceAll: { input: 'ab', find: '', replacement: '-' } })).toBe("'-a-b-'");
    expect(evaluate({ $replaceAll: { input: 'a$&b', find: { $literal: '$&' }, replacement: { $literal: '$1' } } })).toBe("'a$1b'");
    expect(evaluate({ $replaceOne: { input: null, find: 'a', replacement: 'b' } })).toBe('null');
    expect(failure({ $replaceOne: { input: 'a', find: 1, replacement: 'b' } })).toBe(51745);
    expect(failure({ $replaceAll: { input: 'é', find: '', replacement: 'b' } })).toBe(115);
  });

  it('splits', () => {
    expect(evaluate({ $split: ['a,b,,c', ','] })).toBe("['a', 'b', '', 'c']");
    expect(evaluate({ $split: ['abc', '-'] })).toBe("['abc']");
    expect(evaluate({ $split: ['$nothing', ','] })).toBe('null');
    expect(failure({ $split: ['a', ''] })).toBe(40087);
  });

  it('trims what MongoDB calls whitespace, or given characters', () => {
    expect(evaluate({ $trim: { input: ' \t\u00a0a b\u2003\n\0' } })).toBe("'a b'");
    expect(evaluate({ $trim: { input: '\u3000a\u3000' } })).toBe("'\u3000a\u3000'");
    expect(evaluate({ $ltrim: { input: 'xxaxx', chars: 'x' } })).toBe("'axx'");
    expect(evaluate({ $rtrim: { input: 'a😀é', chars: 'é😀' } })).toBe("'a'");
    expect(failure({ $trim: { input: 5 } })).toBe(50699);
    expect(failure({ $trim: { chars: ' ' } })).toBe(50695);
  });
});

describe('parts of strings', () => {
  it('cuts by bytes, but never through a character', () => {
    expect(evaluate({ $substrBytes: ['héllo', 0, 3] })).toBe("'hé'");
    expect(evaluate({ $substrBytes: ['hello', 2, -1] })).toBe("'llo'");
    expect(evaluate({ $substr: ['hello', 9, 1] })).toBe("''");
    expect(evaluate({ $substrBytes: [double(12), 0, 5] })).toBe("'12'");
    expect(failure({ $substrBytes: ['é', 1, 1] })).toBe(28656);
    expect(failure({ $substrBytes: ['é', 0, 1] })).toBe(28657);
    expect(failure({ $substrBytes: ['a', -1, 1] })).toBe(50752);
  });

  it('cuts by code points', () => {
    expect(evaluate({ $substrCP: ['a😀b', 1, 2] })).toBe("'😀b'");
    expect(evaluate({ $substrCP: ['$nothing', 0, 2] })).toBe("''");
    expect(failure({ $substrCP: ['a', 0, -1] })).toBe(34454);
  });

  it('finds places in bytes and in code points', () => {
    expect(evaluate({ $indexOfBytes: ['é😀b', 'b'] })).toBe('6');
    expect(evaluate({ $indexOfCP: ['é😀b', 'b'] })).toBe('2');
    expect(evaluate({ $indexOfBytes: ['abcabc', 'b', 2, 4] })).toBe('-1');
    expect(evaluate({ $indexOfCP: ['abcabc', 'bc', 2, 5] })).toBe('4');
    expect(evaluate({ $indexOfCP: ['$nothing', 'b'] })).toBe('null');
    expect(failure({ $indexOfCP: ['a', null] })).toBe(40094);
    expect(failure({ $indexOfBytes: ['a', 'b', -1] })).toBe(40097);
  });
});

describe('regular expressions', () => {
  it('test, find and find all, with places in code points', () => {
    expect(evaluate({ $regexMatch: { input: 'Hello', regex: 'h', options: 'i' } })).toBe('true');
    expect(evaluate({ $regexFind: { input: '😀 ab12', regex: /([a-z]+)(\d)?/ } })).toBe("{match: 'ab1', idx: 2, captures: ['ab', '1']}");
    expect(evaluate({ $regexFindAll: { input: 'a1b2', regex: '[a-z](x)?' } })).toBe(
      "[{match: 'a', idx: 0, captures: [null]}, {match: 'b', idx: 2, captures: [null]}]",
    );
  });

  it('match emptily before each character, but not behind the last', () => {
    expect(evaluate({ $map: { input: { $regexFindAll: { input: 'a😀', regex: '' } }, in: '$$this.idx' } })).toBe('[0, 1]');
    expect(evaluate({ $map: { input: { $regexFindAll: { input: 'ab', regex: /$/ } }, in: '$$this.idx' } })).toBe('[2]');
    expect(evaluate({ $map: { input: { $regexFindAll: { input: '', regex: '' } }, in: '$$this.idx' } })).toBe('[0]');
  });

  it('answer nothing for null and missing', () => {
    expect(evaluate({ $regexMatch: { input: '$nothing', regex: 'a' } })).toBe('false');
    expect(evaluate({ $regexFind: { input: null, regex: 'a' } })).toBe('null');
    expect(evaluate({ $regexFindAll: { input: 'a', regex: null } })).toBe('[]');
  });

  it('fail on what cannot be a regular expression', () => {
    expect(failure({ $regexMatch: { input: 'a', regex: '(' } })).toBe(51111);
    expect(failure({ $regexMatch: { input: 'a', regex: '(?<=a+)b' } })).toBe(51111);
    expect(evaluate({ $regexMatch: { input: 'xb', regex: '(?<=a|x)b{1,2}' } })).toBe('true');
    expect(failure({ $regexMatch: { input: 'a', regex: 'a', options: 'z' } })).toBe(51108);
    expect(failure({ $regexMatch: { input: 1, regex: 'a' } })).toBe(51104);
    expect(failure({ $regexMatch: { input: 'a', regex: new BSONRegExp('a', 'i'), options: 'i' } })).toBe(51107);
    expect(failure({ $regexFind: { input: 'ab', regex: '((a)|b)*' } })).toBe(115);
  });
});

describe('conversion', () => {
  it('goes between numbers, strings, dates and ids', () => {
    expect(evaluate({ $toInt: '12' })).toBe('12');
    expect(evaluate({ $toInt: -1.9 })).toBe('-1');
    expect(evaluate({ $toLong: new Date(5) })).toBe('5L');
    expect(evaluate({ $toDouble: '1e3' })).toBe('1000.0');
    expect(evaluate({ $toDouble: true })).toBe('1.0');
    expect(evaluate({ $toString: 1e16 })).toBe("'1e+16'");
    expect(evaluate({ $toString: 0.00001 })).toBe("'1e-05'");
    expect(evaluate({ $toString: double(2) })).toBe("'2'");
    expect(evaluate({ $toString: 123456.789 })).toBe("'123456.789'");
    expect(evaluate({ $toString: new Date(0) })).toBe("'1970-01-01T00:00:00.000Z'");
    expect(evaluate({ $toObjectId: '507f1f77bcf86cd799439011' })).toBe('ObjectId(507f1f77bcf86cd799439011)');
    expect(evaluate({ $toDate: new ObjectId('507f1f770000000000000000') })).toBe('2012-10-17T21:13:27.000Z');
    expect(evaluate({ $toDate: '2020-02-29T10:00:00+02:00' })).toBe('2020-02-29T08:00:00.000Z');
    expect(evaluate({ $toBool: 'false' })).toBe('true');
    expect(evaluate({ $toBool: double(0) })).toBe('false');
  });

  it('fails with a code that $convert catches', () => {
    expect(failure({ $toInt: 'twelve' })).toBe(241);
    expect(failure({ $toInt: 3_000_000_000 })).toBe(241);
    expect(failure({ $toInt: '0x1a' })).toBe(241);
    expect(failure({ $toInt: NaN })).toBe(241);
    expect(failure({ $toInt: new Date(0) })).toBe(241);
    expect(failure({ $toObjectId: 'short' })).toBe(241);
    expect(evaluate({ $convert: { input: 'x', to: 'int', onError: 'bad', onNull: 'none' } })).toBe("'bad'");
    expect(evaluate({ $convert: { input: '$nothing', to: 'int', onError: 'bad', onNull: 'none' } })).toBe("'none'");
    expect(evaluate({ $convert: { input: '5', to: 18 } })).toBe('5L');
    expect(failure({ $convert: { input: 1, to: 'nonsense' } })).toBe(2);
    expect(evaluate({ $toInt: null })).toBe('null');
  });

  it('names types', () => {
    expect(evaluate({ $type: '$nothing' })).toBe("'missing'");
    expect(evaluate({ $type: 1n })).toBe("'long'");
    expect(evaluate({ $type: [[1]] })).toBe("'array'");
    expect(evaluate({ $isNumber: 1.5 })).toBe('true');
    expect(evaluate({ $isNumber: '1' })).toBe('false');
  });
});
