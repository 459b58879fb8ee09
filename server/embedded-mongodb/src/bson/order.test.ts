import fc from 'fast-check';
import { compareValues } from './compare.js';
import { groupKey } from './group-key.js';
import { encodeKey, keyBracket } from './keys.js';
import { arbitraryNumber, arbitraryString, arbitraryValue } from '../../test/values/arbitrary-values.js';
import { slowCompare } from '../../test/values/oracle.js';
import { Decimal128, Int32 } from './values.js';
import type { Value } from './values.js';

const pairs = {
  values: fc.tuple(arbitraryValue, arbitraryValue),
  numbers: fc.tuple(arbitraryNumber, arbitraryNumber),
  strings: fc.tuple(arbitraryString, arbitraryString),
};

const runs = { values: 100_000, numbers: 30_000, strings: 10_000 };

describe('The order of values', () => {
  it.each(Object.entries(pairs))('agrees with the slow oracle for random pairs of %s', (name, arbitrary) => {
    fc.assert(
      fc.property<[[Value, Value]]>(
        arbitrary as fc.Arbitrary<[Value, Value]>,
        ([a, b]) => Math.sign(compareValues(a, b)) === slowCompare(a, b),
      ),
      { numRuns: runs[name as keyof typeof pairs] },
    );
  });

  it('calls a double equal to a decimal only when both are the same number', () => {
    expect(compareValues(0.5, Decimal128.fromString('0.50'))).toBe(0);
    expect(compareValues(0.1, Decimal128.fromString('0.1'))).toBe(1);
    expect(compareValues(2 ** 53, 2n ** 53n + 1n)).toBe(-1);
  });

  it('puts a missing value before null', () => {
    expect(compareValues(undefined, null)).toBe(-1);
  });
});

describe('Key bytes', () => {
  it.each(Object.entries(pairs))('keep the order for random pairs of %s, ascending and descending', (name, arbitrary) => {
    fc.assert(
      fc.property<[[Value, Value]]>(arbitrary as fc.Arbitrary<[Value, Value]>, ([a, b]) => {
        const order = Math.sign(compareValues(a, b));
        return (
          Buffer.compare(encodeKey([a], [false]), encodeKey([b], [false])) === order &&
          Buffer.compare(encodeKey([b], [true]), encodeKey([a], [true])) === order &&
          (groupKey(a) === groupKey(b)) === (order === 0)
        );
      }),
      { numRuns: runs[name as keyof typeof pairs] },
    );
  });

  it('keep the order of compounds of mixed directions', () => {
    fc.assert(
      fc.property(
        fc.tuple(arbitraryValue, arbitraryValue),
        fc.tuple(arbitraryValue, arbitraryValue),
        fc.tuple(fc.boolean(), fc.boolean()),
        (a, b, descending) => {
          const signed = a.map((value, index) =>
            descending[index] === true ? compareValues(b[index], value) : compareValues(value, b[index]),
          );
          const order = Math.sign(signed.find((one) => one !== 0) ?? 0);
          return Math.sign(Buffer.compare(encodeKey(a, descending), encodeKey(b, descending))) === order;
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('of a type lie within its bracket, those of other types outside', () => {
    fc.assert(
      fc.property(arbitraryValue, arbitraryValue, fc.boolean(), (a, b, descending) => {
        const { lower, upper } = keyBracket(a, descending);
        const key = encodeKey([b], [descending]);
        const inside = Buffer.compare(lower, key) <= 0 && Buffer.compare(key, upper) < 0;
        const ends = [encodeKey([a], [descending]), key].map((bytes) => bytes[0]);
        const own = encodeKey([a], [descending]);
        return (inside || ends[0] !== ends[1]) && Buffer.compare(lower, own) <= 0 && Buffer.compare(own, upper) < 0;
      }),
      { numRuns: 20_000 },
    );
  });

  it('that begin with a prefix lie between it and the same bytes with FF after them', () => {
    fc.assert(
      fc.property(arbitraryValue, arbitraryValue, fc.tuple(fc.boolean(), fc.boolean()), (a, b, descending) => {
        const prefix = encodeKey([a], descending);
        const key = encodeKey([a, b], descending);
        return Buffer.compare(prefix, key) === -1 && Buffer.compare(key, Buffer.concat([prefix, Buffer.of(0xff)])) === -1;
      }),
      { numRuns: 20_000 },
    );
  });

  it('of a missing value are those of null', () => {
    expect(encodeKey([undefined], [false])).toEqual(encodeKey([null], [false]));
  });

  it('of equal numbers are the same in every number type', () => {
    const keys = [1, new Int32(1), 1n, Decimal128.fromString('1.00')].map((one) => encodeKey([one], [false]).toString('hex'));
    expect(new Set(keys).size).toBe(1);
  });
});
