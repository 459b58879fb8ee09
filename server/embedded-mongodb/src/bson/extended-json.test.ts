import fc from 'fast-check';
import { arbitraryDocument } from '../../test/values/arbitrary-values.js';
import { compareValues } from './compare.js';
import { encodeDocument } from './encode.js';
import { readExtendedJson, writeExtendedJson } from './extended-json.js';
import { Int32 } from './values.js';
import type { Document, Value } from './values.js';

/** Documents whose names Extended JSON itself takes for types cannot make the round trip. */
const plainNames = (document: Document): boolean => !JSON.stringify(writeExtendedJson(document, { relaxed: false })).includes('$type');

describe('Extended JSON', () => {
  it('in its canonical form gives back every document byte for byte', () => {
    fc.assert(
      fc.property(arbitraryDocument.filter(plainNames), (document) => {
        const again = readExtendedJson(writeExtendedJson(document, { relaxed: false }));
        return encodeDocument(again).equals(encodeDocument(document));
      }),
      { numRuns: 10_000 },
    );
  });

  it('in its relaxed form gives back equal values', () => {
    fc.assert(
      fc.property(
        arbitraryDocument.filter(plainNames),
        (document) => compareValues(readExtendedJson(writeExtendedJson(document, { relaxed: true })), document) === 0,
      ),
      { numRuns: 5_000 },
    );
  });

  it('is text that any JSON reader takes', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.boolean(), (document, relaxed) => {
        JSON.parse(writeExtendedJson(document, { relaxed }));
      }),
      { numRuns: 2_000 },
    );
  });

  it('relaxed shows numbers and dates as people write them', () => {
    const document: Document = new Map<string, Value>([
      ['a', new Int32(1)],
      ['b', 1.5],
      ['c', 2n ** 40n],
      ['d', new Date(0)],
      ['e', 1],
    ]);
    expect(writeExtendedJson(document, { relaxed: true })).toBe(
      '{"a":1,"b":1.5,"c":1099511627776,"d":{"$date":"1970-01-01T00:00:00Z"},"e":1.0}',
    );
  });

  it('keeps the order of names that look like integers', () => {
    expect([...readExtendedJson('{"b":1,"2":1,"1":1}').keys()]).toEqual(['b', '2', '1']);
  });

  it.each([
    '',
    '[]',
    '{"a":1',
    '{"a":1}x',
    '{"a":01}',
    '{"a":{"$oid":"x"}}',
    '{"a":{"$numberInt":"3000000000"}}',
    '{"a":1,"a":2}',
    '{"a":{"$date":"yesterday"}}',
    '{a:1}',
    '{"a":"\n"}',
  ])('refuses %j', (text) => {
    expect(() => readExtendedJson(text)).toThrow(expect.objectContaining({ code: 9 }));
  });
});
