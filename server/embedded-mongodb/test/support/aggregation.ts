import { Double } from 'bson';
import { Deadline } from '../../src/deadline.js';
import { MongoError } from '../../src/errors.js';
import { compileExpression } from '../../src/aggregation/expressions/compile.js';
import { compilePipeline } from '../../src/aggregation/pipeline.js';
import type { CollectionSource, SourceQuery, WriteTarget } from '../../src/aggregation/pipeline.js';
import { rootContext } from '../../src/aggregation/expressions/operator.js';
import { typeName } from '../../src/bson/types.js';
import { BSONRegExp, Int32, ObjectId, Timestamp } from '../../src/bson/values.js';
import type { Document, Value } from '../../src/bson/values.js';
import type { Collation } from '../../src/query/collation.js';
import { compileFilter } from '../../src/query/filter.js';
import { compileSort } from '../../src/query/sort.js';

export { Double };

/** What tests write down instead of BSON values: whole numbers of 32 bits are integers, others doubles, bigints 64-bit integers. */
export type Plain = unknown;

/** A double that is a whole number. */
export const double = (value: number): Double => new Double(value);

const isPlainObject = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

export const bson = (plain: Plain): Value => {
  if (typeof plain === 'number') return (plain | 0) === plain && !Object.is(plain, -0) ? new Int32(plain) : plain;
  if (plain instanceof Double) return plain.value;
  if (plain instanceof RegExp) return new BSONRegExp(plain.source, plain.flags);
  if (Array.isArray(plain)) return plain.map(bson);
  if (plain instanceof Map) return plain as Document;
  if (typeof plain === 'object' && plain !== null && isPlainObject(plain)) {
    return new Map(Object.entries(plain).map(([name, value]) => [name, bson(value)]));
  }
  return plain as Value;
};

export const document = (plain: Plain): Document => bson(plain) as Document;

/** A short text of a value that tells the types apart: `1` is a 32-bit integer, `1L` one of 64 bits, `1.0` a double. */
export const show = (value: Value | undefined): string => {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${Object.is(value, -0) ? '-0' : value}.0` : String(value);
  if (typeof value === 'bigint') return `${value}L`;
  if (value instanceof Int32) return String(value.value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return `ObjectId(${value.toHexString()})`;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value instanceof Map) return `{${[...value].map(([name, each]) => `${name}: ${show(each)}`).join(', ')}}`;
  if (value === null || typeof value === 'boolean') return String(value);
  return typeName(value);
};

export const now = new Date('2024-02-03T04:05:06.789Z');
export const clusterTime = new Timestamp({ t: 1_706_933_106, i: 7 });

export interface Settings {
  readonly variables?: Record<string, Plain>;
  readonly collation?: Collation;
}

const variablesOf = ({ variables = {} }: Settings): Map<string, Value | undefined> =>
  new Map(Object.entries(variables).map(([name, value]) => [name, bson(value)]));

/** The value of an expression, as `show` writes it. */
export const evaluate = (expression: Plain, plainDocument: Plain = {}, settings: Settings = {}): string => {
  const variables = variablesOf(settings);
  const compiled = compileExpression(bson(expression), { variables: new Set(variables.keys()), collation: settings.collation });
  return show(compiled.evaluate(rootContext(document(plainDocument), { variables, now, clusterTime })));
};

/** The code of the MongoError that something throws. */
export const codeOf = (act: () => unknown): number => {
  try {
    act();
  } catch (error) {
    if (error instanceof MongoError) return error.code;
    throw error;
  }
  throw new Error('nothing was thrown');
};

/** The code of the error that an expression throws. */
export const failure = (expression: Plain, plainDocument: Plain = {}): number => codeOf(() => evaluate(expression, plainDocument));

/** Collections in memory, read by a scan. */
export class MemorySource implements CollectionSource {
  readonly collections: Map<string, Document[]>;
  readonly queries: SourceQuery[] = [];
  readonly uniqueIndexes: string[][] = [];

  constructor(collections: Record<string, readonly Plain[]> = {}) {
    this.collections = new Map(Object.entries(collections).map(([name, documents]) => [name, documents.map(document)]));
  }

  find(collection: string, query: SourceQuery): Iterable<Document> {
    this.queries.push(query);
    const filter = compileFilter(query.filter, { now, clusterTime });
    let found = (this.collections.get(collection) ?? []).filter((each) => filter.matches(each));
    if (query.sort) found = found.toSorted(compileSort(query.sort).compare);
    return found.slice(query.skip ?? 0, query.limit === undefined ? undefined : (query.skip ?? 0) + query.limit);
  }

  hasUniqueIndex(_target: WriteTarget, fields: readonly string[]): boolean {
    return this.uniqueIndexes.some((index) => index.join() === fields.join());
  }

  findInTarget(target: WriteTarget, filter: Document): Document | undefined {
    const [found] = this.find(target.collection, { filter, limit: 1 });
    return found;
  }

  insert(target: WriteTarget, inserted: Document): void {
    const all = this.collections.get(target.collection) ?? [];
    this.collections.set(target.collection, [...all, inserted]);
  }

  replace(target: WriteTarget, before: Document, after: Document): void {
    const all = this.collections.get(target.collection) ?? [];
    this.collections.set(
      target.collection,
      all.map((each) => (each === before ? after : each)),
    );
  }

  replaceAll(target: WriteTarget, documents: Iterable<Document>): void {
    this.collections.set(target.collection, [...documents]);
  }

  /** A collection as `show` writes it. */
  shown(collection: string): string {
    return show(this.collections.get(collection) ?? []);
  }
}

export interface AggregateSettings extends Settings {
  readonly source?: MemorySource;
  readonly memoryLimitBytes?: number;
  readonly deadline?: Deadline;
}

/** What a pipeline makes of the collection `main` of a source; its leading part is done by the source. */
export const aggregateFrom = (source: MemorySource, stages: readonly Plain[], settings: AggregateSettings = {}): string => {
  const variables = variablesOf(settings);
  const pipeline = compilePipeline(stages.map(bson), {
    database: 'test',
    collection: 'main',
    variables: new Set(variables.keys()),
    collation: settings.collation,
  });
  const input = source.find('main', { ...pipeline.leading, filter: pipeline.leading.filter ?? new Map() });
  const context = {
    now,
    clusterTime,
    variables,
    deadline: settings.deadline ?? new Deadline(),
    memoryLimitBytes: settings.memoryLimitBytes ?? 100 * 1024 * 1024,
    source,
  };
  return show([...pipeline.run(input, context)]);
};

/** What a pipeline makes of documents. */
export const aggregate = (stages: readonly Plain[], documents: readonly Plain[], settings: AggregateSettings = {}): string =>
  aggregateFrom(new MemorySource({ main: documents }), stages, settings);
