import type { Document, Value } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { equalValues } from '../bson/compare.js';

/** What an update changed, as change events tell it: the smallest fields that differ, by dotted path. */
export const updateDescription = (before: Document, after: Document): Document => {
  const difference: Difference = { updatedFields: new Map(), removedFields: [] };
  compareDocuments(before, after, '', difference);
  return new Map<string, Value>([
    ['updatedFields', difference.updatedFields],
    ['removedFields', difference.removedFields],
    ['truncatedArrays', []],
  ]);
};

interface Difference {
  readonly updatedFields: Document;
  readonly removedFields: string[];
}

const compareDocuments = (before: Document, after: Document, prefix: string, difference: Difference): void => {
  for (const name of before.keys()) if (!after.has(name)) difference.removedFields.push(prefix + name);
  for (const [name, value] of after) compareAt(prefix + name, before.get(name), value, difference);
};

const compareAt = (path: string, before: Value | undefined, after: Value, difference: Difference): void => {
  if (isDocument(before) && isDocument(after)) compareDocuments(before, after, `${path}.`, difference);
  else if (Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length >= before.length)
    compareArrays(path, before, after, difference);
  else if (before === undefined || !identical(before, after)) difference.updatedFields.set(path, after);
};

const compareArrays = (path: string, before: readonly Value[], after: readonly Value[], difference: Difference): void => {
  after.forEach((value, index) => compareAt(`${path}.${index}`, before[index], value, difference));
};

/** Equal and of the same type: 1 and 1.0 are equal, and yet the one in place of the other is a change. */
const identical = (before: Value, after: Value): boolean =>
  typeof before === typeof after && before?.constructor === after?.constructor && equalValues(before, after) && sameInside(before, after);

const sameInside = (before: Value, after: Value): boolean => {
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((item, index) => identical(item, after[index] as Value));
  if (isDocument(before) && isDocument(after)) return [...before].every(([name, value]) => identical(value, after.get(name) ?? null));
  return true;
};
