import type { Context } from '../context.js';
import { authorize } from '../platform/errors.js';
import type { Connection, CursorKey, PageArguments } from '../platform/pagination.js';
import { connectionOfList } from '../platform/pagination.js';
import type { PersonRecord } from './Person.js';
import { Person } from './Person.js';
import { canSearchPeople } from './policy.js';

/** A name as it is searched: without accents, vowel signs and capitals. */
export function searchedName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether each of the words begins a part of the name, in any order. */
export function isCalled(name: string, words: string): boolean {
  const parts = searchedName(name).split(/[^\p{L}\p{N}]+/u);
  return searchedName(words)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => parts.some((part) => part.startsWith(word)));
}

const keyOf = ({ name, id }: PersonRecord): CursorKey => [searchedName(name ?? ''), id];

function compare([oneName, oneId]: CursorKey, [otherName, otherId]: CursorKey): number {
  return String(oneName).localeCompare(String(otherName), 'en') || String(oneId).localeCompare(String(otherId), 'en');
}

/** Everybody who is not erased and is called so, by name. The names are few enough to be read each time, and nothing but names is looked at. */
export async function people(
  { viewer }: Context,
  { search, ...page }: PageArguments & { search?: string | null | undefined },
): Promise<Connection<PersonRecord>> {
  authorize(canSearchPeople(viewer));
  const everybody = await Person.find({ erasedAt: null, name: { $ne: null } }).lean<PersonRecord[]>();
  const found = everybody.filter(({ name }) => isCalled(name ?? '', search ?? ''));
  found.sort((one, other) => compare(keyOf(one), keyOf(other)));
  return connectionOfList(found, page, { keyOf, compare });
}
