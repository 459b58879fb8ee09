import fc from 'fast-check';
import type { Connection, CursorKey, ListOrder } from './pagination.js';
import { connectionOfList } from './pagination.js';

interface Item {
  id: string;
  name: string;
}

const byName: ListOrder<Item> = {
  keyOf: (item) => [item.name, item.id],
  compare: (one: CursorKey, other: CursorKey) => compare(one[0], other[0]) || compare(one[1], other[1]),
};

function compare(one: unknown, other: unknown): number {
  return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0;
}

function sorted(items: Item[]): Item[] {
  return [...items].sort((one, other) => byName.compare(byName.keyOf(one), byName.keyOf(other)));
}

const lists = fc.uniqueArray(fc.record({ id: fc.uuid(), name: fc.constantFrom('a', 'b', 'ç', 'é', '') }), {
  selector: (item) => item.id,
  maxLength: 40,
});

test('paging to the end gives every item once, in order, whatever the size of the page', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 100 }), (items, first) => {
      const list = sorted(items);
      const seen: Item[] = [];
      let after: string | null = null;
      for (;;) {
        const page: Connection<Item> = connectionOfList(list, { first, after }, byName);
        expect(page.totalCount).toBe(list.length);
        seen.push(...page.edges.map((edge) => edge.node));
        after = page.pageInfo.endCursor;
        if (!page.pageInfo.hasNextPage) break;
      }
      expect(seen).toEqual(list);
    }),
  );
});

test('an item inserted meanwhile neither repeats nor hides another', () => {
  fc.assert(
    fc.property(
      lists.filter((items) => items.length > 2),
      fc.constantFrom('a', 'b', 'z', ''),
      (items, name) => {
        const list = sorted(items);
        const page = connectionOfList(list, { first: 2 }, byName);
        const later = connectionOfList(sorted([...list, { id: 'new', name }]), { first: 100, after: page.pageInfo.endCursor }, byName);
        const olderOnes = later.edges.map((edge) => edge.node).filter((item) => item.id !== 'new');
        expect(olderOnes).toEqual(list.slice(2));
      },
    ),
  );
});

test('an empty list has an empty page', () => {
  expect(connectionOfList([], { first: 10 }, byName)).toEqual({
    edges: [],
    pageInfo: { hasNextPage: false, endCursor: null },
    totalCount: 0,
  });
});

test.each([0, -1, 101, 100_000, 1.5])('first: %d is refused in plain words', (first) => {
  expect(() => connectionOfList([], { first }, byName)).toThrow(`\`first\` must be from 1 to 100, not ${first}.`);
});

test.each(['', 'nonsense', 'bnVsbA', 'e30', 'W10', 'W3sieCI6MX1d'])(
  'a cursor that is none of ours (%j) is refused in plain words',
  (after) => {
    expect(() => connectionOfList([{ id: '1', name: 'a' }], { first: 1, after }, byName)).toThrow('`after` must be the `endCursor`');
  },
);
