import fc from 'fast-check';
import { ageBands, regionalGroups } from './ChildRecord.js';
import { countsOf, toldCount } from './counts.js';

const record = fc.record({ region: fc.constantFrom(...regionalGroups), ageBand: fc.constantFrom(...ageBands) });
const network = fc.array(record, { maxLength: 60 });

/** Every number that one answer tells. */
function answersOf(records: readonly { region: (typeof regionalGroups)[number]; ageBand: (typeof ageBands)[number] }[]): number[] {
  const { total, byRegion, byAgeBand } = countsOf(records);
  return [total, ...byRegion.map(({ count }) => count), ...byAgeBand.map(({ count }) => count)].filter((count) => count !== null);
}

test.each([
  [0, null],
  [4, null],
  [5, 5],
  [9, 5],
  [10, 10],
  [21, 20],
])('%i children are told as %p', (count, told) => {
  expect(toldCount(count)).toBe(told);
});

test('two answers never differ by one to four, whatever is compared with whatever, before or after a child has come', () => {
  fc.assert(
    fc.property(network, record, (records, newcomer) => {
      const answers = [...answersOf(records), ...answersOf([...records, newcomer])];
      for (const one of answers) for (const other of answers) expect(Math.abs(one - other) % 5).toBe(0);
      for (const answer of answers) expect(answer).toBeGreaterThanOrEqual(5);
    }),
  );
});

test('an answer never says more than there are', () => {
  fc.assert(
    fc.property(network, (records) => {
      expect(countsOf(records).total ?? 0).toBeLessThanOrEqual(records.length);
      expect(countsOf(records).byRegion).toHaveLength(regionalGroups.length);
    }),
  );
});

test('no sum of answers tells how many were left out', () => {
  fc.assert(
    fc.property(network, (records) => {
      const { total, byRegion } = countsOf(records);
      const rest = (total ?? 0) - byRegion.reduce((sum, { count }) => sum + (count ?? 0), 0);
      expect(Math.abs(rest) % 5).toBe(0);
    }),
  );
});
