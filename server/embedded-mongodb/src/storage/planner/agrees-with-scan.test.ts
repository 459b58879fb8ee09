import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { displayDocument } from '../../bson/display.js';
import { encodeDocument } from '../../bson/encode.js';
import { BSONRegExp, Int32, ObjectId } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { MongoError } from '../../errors.js';
import { compileFilter } from '../../query/filter.js';
import { compileSort } from '../../query/sort.js';
import type { Query } from '../Query.js';
import type { StoredDocument } from '../StoredDocument.js';
import { Store } from '../Store.js';
import type { Unit } from '../Unit.js';

/** How many (documents, index, query) are tried; each run tries `queriesPerRun` of them. */
const queriesPerRun = 12;
const runs = Math.ceil(Number(process.env['PLANNER_QUERIES'] ?? 10_000) / queriesPerRun);

const namespace = 'test.random';
const document = (entries: readonly (readonly [string, Value])[]): Document => new Map(entries);

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, true, false, 'a', 'ab', 'b', '', 'a\0b', 'é'),
  fc.integer({ min: -1, max: 3 }).map((n) => new Int32(n)),
  fc.constantFrom<Value>(1, 1.5, 2, 2n, NaN, Infinity, -Infinity, 0),
  fc.constantFrom<Value>(new Date(0), new Date(5), new ObjectId('0'.repeat(24)), new ObjectId('f'.repeat(24)), new BSONRegExp('^a', '')),
);

const nested = fc.letrec<{ value: Value; array: Value[]; sub: Document }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: scalar, weight: 5 },
    { arbitrary: tie('array'), weight: 2 },
    { arbitrary: tie('sub'), weight: 2 },
  ),
  array: fc.array(tie('value'), { maxLength: 3 }),
  sub: fc.uniqueArray(fc.tuple(fc.constantFrom('b', 'c'), tie('value')), { selector: ([name]) => name, maxLength: 2 }).map(document),
}));

const fieldNames = ['a', 'b', 'c'];
const paths = ['a', 'b', 'c', 'a.b', 'a.c', 'b.c', 'a.b.c', 'a.0', 'a.0.b'];

const anyDocument = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...fieldNames), nested.value), { selector: ([name]) => name, maxLength: 3 })
  .map(document);

/** Few values and a likely shape, so that conditions on several paths of one array meet. */
const common = fc.constantFrom<Value>(new Int32(1), 2, 'a', null);
const few = fc.oneof({ arbitrary: common, weight: 6 }, { arbitrary: fc.array(common, { maxLength: 2 }), weight: 1 });
const element = fc.tuple(few, few).map(([b, c]) =>
  document([
    ['b', b],
    ['c', c],
  ]),
);
const shapedDocument = fc.tuple(fc.oneof(element, fc.array(element, { maxLength: 3 })), few, common).map(([a, b, c]) =>
  document([
    ['a', a],
    ['b', b],
    ['c', c],
  ]),
);

const storedDocument = fc.oneof({ arbitrary: anyDocument, weight: 1 }, { arbitrary: shapedDocument, weight: 2 });
const sought = fc.oneof({ arbitrary: common, weight: 2 }, { arbitrary: nested.value, weight: 1 });
const usualPath = fc.oneof(
  { arbitrary: fc.constantFrom('a.b', 'a.c', 'b', 'c'), weight: 3 },
  { arbitrary: fc.constantFrom(...paths), weight: 1 },
);

const comparison: fc.Arbitrary<Document> = fc.oneof(
  fc.tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), sought).map(([operator, value]) => document([[operator, value]])),
  fc.tuple(fc.constantFrom('$gte', '$gt'), scalar, fc.constantFrom('$lte', '$lt'), scalar).map(([low, a, high, b]) =>
    document([
      [low, a],
      [high, b],
    ]),
  ),
  fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(sought, { maxLength: 3 })).map(([operator, values]) => document([[operator, values]])),
  fc.boolean().map((exists) => document([['$exists', exists]])),
  fc.constantFrom<Value>('string', 'number', 'null', 'object', 'array', 'date', 'bool').map((type) => document([['$type', type]])),
  fc.constantFrom('^a', '^ab', 'b', '^é').map((pattern) => document([['$regex', pattern]])),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map((values) => document([['$all', values]])),
  fc.integer({ min: 0, max: 2 }).map((size) => document([['$size', new Int32(size)]])),
);

const elementComparison = comparison.filter((operators) => !operators.has('$all') && !operators.has('$size'));

const condition: fc.Arbitrary<Document> = fc.oneof(
  { arbitrary: fc.tuple(usualPath, sought).map(([path, value]) => document([[path, value]])), weight: 3 },
  { arbitrary: fc.tuple(usualPath, comparison).map(([path, operators]) => document([[path, operators]])), weight: 5 },
  { arbitrary: fc.tuple(usualPath, comparison).map(([path, operators]) => document([[path, document([['$not', operators]])]])), weight: 1 },
  {
    arbitrary: fc
      .tuple(
        fc.constantFrom('a', 'b', 'a.b'),
        fc.uniqueArray(fc.tuple(fc.constantFrom('b', 'c'), elementComparison), { selector: ([name]) => name, minLength: 1, maxLength: 2 }),
      )
      .map(([path, inner]) => document([[path, document([['$elemMatch', document(inner)]])]])),
    weight: 2,
  },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('a', 'b', 'a.b'), elementComparison)
      .map(([path, operators]) => document([[path, document([['$elemMatch', operators]])]])),
    weight: 1,
  },
);

const equality = fc.tuple(fc.constantFrom('a.b', 'a.c', 'b', 'c'), common).map(([path, value]) => document([[path, value]]));
const filter: fc.Arbitrary<Document> = fc.oneof(
  { arbitrary: fc.array(equality, { minLength: 2, maxLength: 3 }).map(merged), weight: 2 },
  { arbitrary: fc.array(condition, { maxLength: 3 }).map(merged), weight: 4 },
  {
    arbitrary: fc
      .tuple(
        fc.constantFrom('$or', '$nor', '$and'),
        fc.array(fc.array(condition, { minLength: 1, maxLength: 2 }).map(merged), { minLength: 1, maxLength: 3 }),
        fc.array(condition, { maxLength: 1 }),
      )
      .map(([operator, branches, others]) => merged([document([[operator, branches]]), ...others])),
    weight: 1,
  },
);

function merged(parts: readonly Document[]): Document {
  return parts.length === 1 ? (parts[0] as Document) : parts.length === 0 ? new Map() : document([['$and', [...parts]]]);
}

const direction = fc.constantFrom(new Int32(1), new Int32(-1));
const pattern = fc.uniqueArray(fc.tuple(usualPath, direction), { selector: ([path]) => path, minLength: 1, maxLength: 3 }).map(document);

const partialFilter = fc
  .tuple(
    fc.constantFrom('a', 'b', 'a.b'),
    fc.oneof(
      scalar.filter((value) => !(value instanceof BSONRegExp)),
      fc
        .constantFrom('$gt', '$gte', '$lt', '$lte')
        .chain((operator) => scalar.filter((value) => !(value instanceof BSONRegExp)).map((value) => document([[operator, value]]))),
      fc.constant(document([['$exists', true]])),
    ),
  )
  .map(([path, value]) => document([[path, value]]));

const options = fc.oneof(
  { arbitrary: fc.constant<Document>(new Map()), weight: 3 },
  { arbitrary: fc.constant(document([['sparse', true]])), weight: 1 },
  { arbitrary: partialFilter.map((expression) => document([['partialFilterExpression', expression]])), weight: 1 },
);

const query = fc.record({
  filter,
  sort: fc.option(pattern, { nil: undefined }),
  limit: fc.constantFrom(0, 0, 2),
  skip: fc.constantFrom(0, 0, 1),
});

const seen = { index: 0, errors: 0 };

describe('the planner', () => {
  let directory: string;
  let store: Store;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'planner-'));
    store = await Store.open({ directory });
  });

  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  test(`finds through an index what a scan finds`, () => {
    fc.assert(
      fc.property(
        fc.array(storedDocument, { minLength: 1, maxLength: 14 }),
        pattern,
        options,
        fc.array(query, { minLength: queriesPerRun, maxLength: queriesPerRun }),
        (documents, key, indexOptions, queries) => {
          const unit = store.unit({ snapshot: true });
          try {
            fill(unit, documents, document([['key', key], ['name', 'tested'], ...indexOptions]));
            for (const one of queries) compare(unit, one, indexOptions.size === 0 ? 'tested' : undefined);
          } finally {
            unit.abort();
          }
        },
      ),
      { numRuns: runs },
    );
    // Most queries must really have gone through the index.
    expect(seen.index).toBeGreaterThan((runs * queriesPerRun) / 3);
  }, 300_000);
});

const fill = (unit: Unit, documents: readonly Document[], specification: Document): void => {
  void unit.createIndexes(namespace, [specification]);
  documents.forEach((one, place) => {
    try {
      unit.insert(namespace, document([['_id', new Int32(place)], ...one]));
    } catch (error) {
      // Parallel arrays, or a number that is both a place and a field, cannot be indexed.
      if (!(error instanceof MongoError) || (error.code !== 171 && error.code !== 16746)) throw error;
    }
  });
};

const compare = (unit: Unit, given: Query, hint: string | undefined): void => {
  if (!isAccepted(given)) return;
  const natural = document([['$natural', new Int32(1)]]);
  const { sort, skip, limit, ...unbounded } = given;
  const expected = outcome(unit, { ...given, skip: 0, limit: 0, hint: natural });
  const found = outcome(unit, { ...given, hint });
  if (typeof expected === 'string' || typeof found === 'string') return;
  if (JSON.stringify(displayDocument(unit.explain(namespace, { ...given, hint }, 'queryPlanner'))).includes('IXSCAN')) seen.index += 1;
  const context = `filter ${displayDocument(given.filter)} sort ${sort ? displayDocument(sort) : 'none'}`;
  const shown = (list: readonly StoredDocument[]): string[] => list.map((stored) => displayDocument(stored.document()));
  const unlimited = outcome(unit, { ...unbounded, sort, hint });
  expect([context, ...shown(unlimited as StoredDocument[]).sort()]).toEqual([context, ...shown(expected).sort()]);
  expect(unit.count(namespace, { ...unbounded, hint })).toBe(expected.length);
  const window = expected.slice(skip, limit ? (skip ?? 0) + limit : undefined);
  expect(found).toHaveLength(window.length);
  if (!sort) return;
  const order = compileSort(sort);
  const keys = (list: readonly StoredDocument[]): string[] =>
    list.map((stored) => encodeDocument(document([['key', order.key(stored.document()).map((value) => normal(value))]])).toString('hex'));
  expect([context, ...keys(found)]).toEqual([context, ...keys(window)]);
};

/** Values that sort alike look alike. */
const normal = (value: Value | undefined): Value => {
  if (value === undefined) return null;
  if (value instanceof Int32 || typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(normal);
  return value instanceof Map ? new Map([...value].map(([name, inner]) => [name, normal(inner)])) : value;
};

const isAccepted = (given: Query): boolean => {
  try {
    compileFilter(given.filter);
    return true;
  } catch {
    seen.errors += 1;
    return false;
  }
};

const outcome = (unit: Unit, given: Query): StoredDocument[] | string => {
  try {
    return [...unit.find(namespace, given)];
  } catch (error) {
    // Sorting by parallel arrays is refused.
    if (error instanceof MongoError && error.codeName === 'BadValue') return error.message;
    throw error;
  }
};
