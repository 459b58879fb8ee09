import fc from 'fast-check';
import mongoose, { Schema } from 'mongoose';
import { model } from './model.js';
import type { SortKeys } from './pagination.js';
import { connectionOfQuery } from './pagination.js';
import { testDatabase } from './testing/database.js';

interface ParcelShape {
  rank: number | null;
  sentAt: Date | null;
  box: string;
}

const Parcel = model<ParcelShape>('Parcel', new Schema<ParcelShape>({ rank: Number, sentAt: Date, box: String }));

testDatabase();

const parcels = fc.array(
  fc.record({
    rank: fc.constantFrom(null, 1, 2, 3),
    sentAt: fc.constantFrom(null, new Date('2026-01-01T00:00:00Z'), new Date('2026-01-02T00:00:00Z')),
  }),
  { maxLength: 12 },
);

const orders: SortKeys[] = [
  [['_id', 1]],
  [
    ['rank', 1],
    ['_id', 1],
  ],
  [
    ['rank', -1],
    ['sentAt', 1],
    ['_id', -1],
  ],
  [
    ['sentAt', -1],
    ['rank', 1],
    ['_id', 1],
  ],
];

test('paging to the end gives what one sorted query gives, with nulls and dates, upwards and downwards', async () => {
  await fc.assert(
    fc.asyncProperty(parcels, fc.constantFrom(...orders), fc.integer({ min: 1, max: 5 }), fc.uuid(), async (items, order, first, box) => {
      await Parcel.insertMany(items.map((item) => ({ ...item, box })));
      const expected = await Parcel.find({ box }).sort(Object.fromEntries(order)).lean();
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(box, first, after, order);
        expect(page.totalCount).toBe(items.length);
        seen.push(...page.edges.map(({ node }) => String(node._id)));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(expected.map(({ _id }) => String(_id)));
    }),
    { numRuns: 40 },
  );
}, 60_000);

function pageOf(box: string, first: number, after: string | null, order: SortKeys) {
  return connectionOfQuery(Parcel.find({ box }), { first, after }, order);
}

test('lean queries stay lean', async () => {
  await Parcel.create({ rank: 1, sentAt: null, box: 'lean' });
  const page = await connectionOfQuery(Parcel.find({ box: 'lean' }).lean(), { first: 1 }, [['_id', 1]]);
  expect(page.edges[0]!.node).not.toBeInstanceOf(mongoose.Document);
});

test('a cursor of another order is refused, and the database asked nothing', async () => {
  await Parcel.create({ rank: 1, sentAt: null, box: 'cursor' });
  const { pageInfo } = await pageOf('cursor', 1, null, orders[0]!);
  const count = jest.spyOn(Parcel, 'countDocuments');
  await expect(pageOf('cursor', 1, pageInfo.endCursor, orders[1]!)).rejects.toThrow('`after` must be the `endCursor`');
  // Nobody would wait for the answer, and a failure that nobody waits for ends the process.
  expect(count).not.toHaveBeenCalled();
});
