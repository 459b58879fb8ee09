import { serialize } from 'bson';
import fc from 'fast-check';
import { MongoError } from '../errors.js';
import { compareValues } from './compare.js';
import { decodeDocument } from './decode.js';
import { encodeDocument, encodedSize } from './encode.js';
import { readField, readFields } from './raw.js';
import { arbitraryDocument } from '../../test/values/arbitrary-values.js';
import { typeName } from './types.js';
import type { Document, Value } from './values.js';

const typesWithin = (value: Value): unknown => {
  if (value instanceof Map) return [...value].map(([name, inner]) => [name, typesWithin(inner)]);
  return Array.isArray(value) ? value.map(typesWithin) : typeName(value);
};

describe('The BSON codec', () => {
  it('gives back the document that was written, types and field order included', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const bytes = encodeDocument(document);
        const again = decodeDocument(bytes);
        expect(compareValues(again, document)).toBe(0);
        expect(typesWithin(again)).toEqual(typesWithin(document));
        expect(encodeDocument(again).equals(bytes)).toBe(true);
        expect(encodedSize(document)).toBe(bytes.length);
        expect(bytes.readInt32LE(0)).toBe(bytes.length);
      }),
      { numRuns: 3_000 },
    );
  });

  it('writes the bytes that the driver writes', () => {
    const driverBytes = serialize({ text: 'é', number: 1, double: 1.5, list: ['x', null, true], nested: { date: new Date(-1) } });
    expect(encodeDocument(decodeDocument(driverBytes)).equals(driverBytes)).toBe(true);
  });

  it('keeps names that look like integers in their order', () => {
    const document: Document = new Map<string, Value>([
      ['10', 1],
      ['2', 2],
      ['a', 3],
      ['0', 4],
    ]);
    expect([...decodeDocument(encodeDocument(document)).keys()]).toEqual(['10', '2', 'a', '0']);
  });

  it('answers random bytes with an error of its own or a document, never otherwise', () => {
    fc.assert(
      fc.property(
        arbitraryDocument,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 3 }),
        fc.nat(),
        (document, changes, cut) => {
          const bytes = encodeDocument(document);
          for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
          const torn = cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes;
          try {
            expect(decodeDocument(torn)).toBeInstanceOf(Map);
          } catch (error) {
            expect(error).toBeInstanceOf(MongoError);
          }
        },
      ),
      { numRuns: 8_000 },
    );
  });

  it.each([
    ['a length beyond the bytes', [6, 0, 0, 0, 0]],
    ['a length below five', [4, 0, 0, 0, 0]],
    ['an unknown type', [8, 0, 0, 0, 0x55, 0x61, 0, 0]],
    ['text that is not UTF-8', [14, 0, 0, 0, 2, 0x61, 0, 2, 0, 0, 0, 0xff, 0, 0]],
    ['a string without its end', [14, 0, 0, 0, 2, 0x61, 0, 2, 0, 0, 0, 0x61, 0x61, 0]],
    ['a name without its end', [7, 0, 0, 0, 0x0a, 0x61, 0x61]],
  ])('refuses %s as InvalidBSON', (_name, bytes) => {
    expect(() => decodeDocument(Buffer.from(bytes))).toThrow(expect.objectContaining({ code: 22 }));
  });

  it('refuses documents nested deeper than MongoDB allows', () => {
    let deep: Document = new Map();
    for (let level = 0; level < 200; level += 1) deep = new Map([['a', deep]]);
    const bytes = encodeDocument(deep);
    expect(() => decodeDocument(bytes)).toThrow(expect.objectContaining({ code: 15 }));
  });

  it('refuses a document that names one field twice', () => {
    const twice = Buffer.from([11, 0, 0, 0, 0x0a, 0x61, 0, 0x0a, 0x61, 0, 0]);
    expect(() => decodeDocument(twice)).toThrow(expect.objectContaining({ code: 115 }));
  });
});

describe('Raw bytes', () => {
  it('give each top-level field without decoding the rest', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const bytes = encodeDocument(document);
        for (const [name, value] of document) expect(compareValues(readField(bytes, name), value)).toBe(0);
        expect(readField(bytes, 'not there')).toBeUndefined();
        const names = [...document.keys()].filter((_name, index) => index % 2 === 0);
        expect([...readFields(bytes, [...names, 'not there']).keys()]).toEqual(names);
        const some = [...document.keys()].filter((_, index) => index % 2 === 0);
        const kept = new Map([...document].filter(([name]) => some.includes(name)));
        expect(compareValues(readFields(bytes, ['not there', ...some.toReversed()]), kept)).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });
});
