import type { Query } from 'mongoose';
import { badUserInput } from './errors.js';

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

/** A page of a list in memory that is sorted by `order`; stable while others are inserted. */
export function connectionOfList<T>(_items: readonly T[], _page: PageArguments, _order: ListOrder<T>): Connection<T> {
  throw new Error('not yet');
}

/** A page of a Mongoose query, which must carry no sort, skip or limit of its own: one `find` and one count. */
export function connectionOfQuery<T>(_query: Query<T[], T>, _page: PageArguments, _sortKeys: SortKeys): Promise<Connection<T>> {
  throw new Error('not yet');
}
