import type { Query } from 'mongoose';
import { badUserInput } from './errors.js';

/** A page of a list that grows, in the shape of the schema's connections. */
export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

export interface PageArguments {
  first: number;
  after?: string | null | undefined;
}

/** What a place in a list is made of: the values by which it is sorted, the last of them unique. */
export type CursorKey = readonly (string | number | boolean | null)[];

/** How a list in memory is sorted already. */
export interface ListOrder<T> {
  keyOf(item: T): CursorKey;
  compare(one: CursorKey, other: CursorKey): number;
}

/** By which fields a query is sorted, in this order; the last must be unique, such as `_id`. */
export type SortKeys = readonly (readonly [field: string, direction: 1 | -1])[];

/** The most that one page may hold. */
export const mostPerPage = 100;

/** Throws BAD_USER_INPUT unless `first` lies between 1 and 100. */
export function checkFirst(first: number, most = mostPerPage): void {
  if (!Number.isInteger(first) || first < 1 || first > most) throw badUserInput(`\`first\` must be from 1 to ${most}, not ${first}.`);
}

/** A page of a list in memory that is sorted by `order`; stable while others are inserted. Throws BAD_USER_INPUT. */
export function connectionOfList<T>(items: readonly T[], { first, after }: PageArguments, order: ListOrder<T>): Connection<T> {
  checkFirst(first);
  const start = after == null ? 0 : firstBehind(items, readCursor(after), order);
  const page = items.slice(start, start + first);
  return connection(page, (item) => order.keyOf(item), start + first < items.length, items.length);
}

function firstBehind<T>(items: readonly T[], key: CursorKey, order: ListOrder<T>): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle] as T;
    if (order.compare(order.keyOf(item), key) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A page of a Mongoose query, which must carry no sort, skip or limit of its own: one `find` and one count, side by side.
 * Each sort field must hold values of one kind or null. Throws BAD_USER_INPUT.
 */
export async function connectionOfQuery<Found, Row>(
  query: Query<Found[], Row>,
  { first, after }: PageArguments,
  sortKeys: SortKeys,
): Promise<Connection<Found>> {
  checkFirst(first);
  const behind = after == null ? {} : behindCursor(readCursor(after), sortKeys);
  const found = query.model.find<Found>({ $and: [query.getFilter(), behind] }, query.projection(), query.getOptions());
  if (query.mongooseOptions().lean) found.lean(query.mongooseOptions().lean as boolean);
  const [rows, totalCount] = await Promise.all([
    found
      .sort(Object.fromEntries(sortKeys))
      .limit(first + 1)
      .exec(),
    query.model.countDocuments(query.getFilter()),
  ]);
  const page = rows.slice(0, first) as Found[];
  return connection(page, (row) => sortKeys.map(([field]) => keyPart(valueAt(row, field))), rows.length > first, totalCount);
}

/** The filter for what stands behind the cursor: greater in the first key, or equal there and greater in the second, and so on. */
function behindCursor(key: CursorKey, sortKeys: SortKeys): Record<string, unknown> {
  if (key.length !== sortKeys.length) throw unknownCursor();
  const alternatives = sortKeys.flatMap(([field, direction], position) => {
    const value = databaseValue(key[position] ?? null);
    const beyond = direction === 1 ? ascendingBehind(field, value) : descendingBehind(field, value);
    const equals = sortKeys.slice(0, position).map(([earlier], index) => ({ [earlier]: databaseValue(key[index] ?? null) }));
    return beyond === null ? [] : [{ $and: [...equals, beyond] }];
  });
  return alternatives.length > 0 ? { $or: alternatives } : { _id: { $in: [] } };
}

// The database sorts null before everything else, and `$gt: null` matches nothing.
function ascendingBehind(field: string, value: unknown): Record<string, unknown> {
  return value === null ? { [field]: { $ne: null } } : { [field]: { $gt: value } };
}

function descendingBehind(field: string, value: unknown): Record<string, unknown> | null {
  return value === null ? null : { $or: [{ [field]: { $lt: value } }, { [field]: null }] };
}

function valueAt(row: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined),
      row,
    );
}

const dateMark = '\u0000date:';

/** Dates are marked, so that they come back as dates; keys of the database come back as strings, which Mongoose casts. */
function keyPart(value: unknown): string | number | boolean | null {
  if (value instanceof Date) return dateMark + value.toISOString();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}

function databaseValue(part: string | number | boolean | null): unknown {
  return typeof part === 'string' && part.startsWith(dateMark) ? new Date(part.slice(dateMark.length)) : part;
}

/** Few readers ask for the cursor of each edge, so it is written when it is asked for. */
class Edge<T> {
  constructor(
    readonly node: T,
    private readonly keyOf: (item: T) => CursorKey,
  ) {}

  get cursor(): string {
    return writeCursor(this.keyOf(this.node));
  }
}

function connection<T>(page: readonly T[], keyOf: (item: T) => CursorKey, hasNextPage: boolean, totalCount: number): Connection<T> {
  const edges = page.map((node) => new Edge(node, keyOf));
  return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null }, totalCount };
}

/** Writes a place in a list as it goes over the wire. */
export function writeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads what `writeCursor` has written. Throws BAD_USER_INPUT. */
export function readCursor(cursor: string): CursorKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length > 0 && key.every(isKeyPart)) return key;
  } catch {
    // Not one of ours: said below.
  }
  throw unknownCursor();
}

function isKeyPart(part: unknown): part is string | number | boolean | null {
  return part === null || ['string', 'number', 'boolean'].includes(typeof part);
}

function unknownCursor(): Error {
  return badUserInput('`after` must be the `endCursor` of a page of this same list.');
}
