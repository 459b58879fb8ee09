import * as fc from 'fast-check';
import { Bitset } from './Bitset.js';

const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 80 });
const bitset = (all: readonly number[]): Bitset => {
  const made = new Bitset();
  for (const number of all) made.add(number);
  return made;
};
const ascending = (all: Iterable<number>): number[] => [...all].sort((one, other) => one - other);

test('it answers as a set does', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.integer({ min: 0, max: 400 }), (one, other, taken) => {
      const [left, right] = [bitset(one), bitset(other)];
      expect([...left]).toEqual(ascending(one));
      expect(left.size).toBe(one.length);
      const both = one.filter((number) => other.includes(number));
      expect([...left.and(right)]).toEqual(ascending(both));
      expect(left.sizeWith(right)).toBe(both.length);
      expect([...left.without(right)]).toEqual(ascending(one.filter((number) => !other.includes(number))));
      const all = left.copy();
      all.addAll(right);
      expect([...all]).toEqual(ascending(new Set([...one, ...other])));
      expect([...left]).toEqual(ascending(one));
      left.delete(taken);
      expect(left.has(taken)).toBe(false);
      expect([...left]).toEqual(ascending(one.filter((number) => number !== taken)));
    }),
  );
});
