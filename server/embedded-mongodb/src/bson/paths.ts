import { displayValue } from './display.js';
import { encodeKey } from './keys.js';
import { MongoError } from '../errors.js';
import { BsonUndefined, isDocument } from './values.js';
import type { Document, Value } from './values.js';

/**
 * Called with each value that a path reaches, until it returns true. `undefined` stands for a missing value;
 * `arrayIndex` is the place in the outermost array that the path passed without naming the place itself.
 */
export type PathVisitor = (value: Value | undefined, arrayIndex: number | undefined) => boolean;

/** Whether an array at the end of the path is also visited element by element, before the array itself. */
export type LeafArrays = 'expanded' | 'whole';

/** Splits a dotted path. */
export const pathParts = (path: string): string[] => path.split('.');

export const isArrayIndex = (part: string): boolean => /^(?:0|[1-9]\d*)$/.test(part);

/**
 * Visits the values at a path as filters do: an array on the way stands for each document in it, and for the element that a
 * numeric part of the path names. A scalar on the way counts as missing; an array without documents yields nothing.
 */
export const visitPath = (document: Document, parts: readonly string[], leafArrays: LeafArrays, visit: PathVisitor): boolean =>
  visitFields(document, parts, 0, undefined, leafArrays, visit);

const visitFields = (
  document: Document,
  parts: readonly string[],
  from: number,
  arrayIndex: number | undefined,
  leafArrays: LeafArrays,
  visit: PathVisitor,
): boolean => {
  const last = parts.length - 1;
  let value = document.get(parts[from] as string);
  let place = from;
  while (place < last && value instanceof Map) {
    place += 1;
    value = value.get(parts[place] as string);
  }
  if (!Array.isArray(value)) return visit(place === last ? value : undefined, arrayIndex);
  return place === last
    ? visitLeafArray(value, arrayIndex, leafArrays, visit)
    : visitElements(value, parts, place + 1, arrayIndex, leafArrays, visit);
};

const visitLeafArray = (array: Value[], arrayIndex: number | undefined, leafArrays: LeafArrays, visit: PathVisitor): boolean => {
  if (leafArrays === 'expanded') {
    for (let index = 0; index < array.length; index += 1) if (visit(array[index], arrayIndex ?? index)) return true;
  }
  return visit(array, arrayIndex);
};

const visitElements = (
  array: readonly Value[],
  parts: readonly string[],
  from: number,
  arrayIndex: number | undefined,
  leafArrays: LeafArrays,
  visit: PathVisitor,
): boolean => {
  const named = isArrayIndex(parts[from] as string) ? Number(parts[from]) : -1;
  for (let index = 0; index < array.length; index += 1) {
    const element = array[index] as Value;
    if (element instanceof Map && visitFields(element, parts, from, arrayIndex ?? index, leafArrays, visit)) return true;
    if (index === named && visitNamedElement(element, parts, from, arrayIndex, leafArrays, visit)) return true;
  }
  return false;
};

/** An element that the path names by its place is not expanded further when the path ends there. */
const visitNamedElement = (
  element: Value,
  parts: readonly string[],
  from: number,
  arrayIndex: number | undefined,
  leafArrays: LeafArrays,
  visit: PathVisitor,
): boolean => {
  if (from === parts.length - 1) return visit(element, arrayIndex);
  if (element instanceof Map) return visitFields(element, parts, from + 1, arrayIndex, leafArrays, visit);
  return Array.isArray(element) && visitElements(element, parts, from + 1, arrayIndex, leafArrays, visit);
};

/** The values at a dotted path, through arrays as filters see them; arrays at the end of the path are not expanded. `undefined` stands for missing. */
export const valuesAt = (document: Document, path: string): (Value | undefined)[] => {
  const values: (Value | undefined)[] = [];
  visitPath(document, pathParts(path), 'whole', (value) => {
    values.push(value);
    return false;
  });
  return values;
};

export interface IndexKeyValues {
  /** One entry for each different key of the index, one value for each field; missing is `undefined`. */
  readonly keys: (Value | undefined)[][];
  /** For each field: whether an array stood on its path or at its end. */
  readonly multikeyPaths: boolean[];
}

/** One field of the index on its way through a document. */
interface Walk {
  readonly value: Value | undefined;
  /** What is left of the path; `undefined` when `value` is the key's value. */
  readonly rest: readonly string[] | undefined;
}

/** The keys of a document in an index on `fields`. Two arrays side by side are a MongoError 171 CannotIndexParallelArrays. */
export const indexKeyValues = (document: Document, fields: readonly string[]): IndexKeyValues => {
  const multikeyPaths = fields.map(() => false);
  const walks = fields.map((field): Walk => ({ value: document, rest: pathParts(field) }));
  const keys: (Value | undefined)[][] = [];
  expandKeys(walks, fields, multikeyPaths, keys);
  return { keys: keys.length > 1 ? distinctKeys(keys) : keys, multikeyPaths };
};

const expandKeys = (walks: readonly Walk[], fields: readonly string[], multikeyPaths: boolean[], keys: (Value | undefined)[][]): void => {
  const advanced = walks.map(advance);
  const waiting = advanced.findIndex((walk) => walk.rest !== undefined);
  if (waiting < 0) {
    keys.push(advanced.map((walk) => walk.value));
    return;
  }
  const array = advanced[waiting]?.value as Value[];
  advanced.forEach((walk, index) => {
    if (walk.rest === undefined) return;
    if (walk.value !== array) refuseParallelArrays(fields[index], fields[waiting]);
    multikeyPaths[index] = true;
  });
  const elements: (Value | BsonUndefined)[] = array.length === 0 ? [BsonUndefined.only] : array;
  for (const element of elements)
    expandKeys(
      advanced.map((walk) => enter(walk, element)),
      fields,
      multikeyPaths,
      keys,
    );
};

const refuseParallelArrays = (field: string | undefined, other: string | undefined): never => {
  const lastPart = (path: string | undefined): string => pathParts(path ?? '').at(-1) ?? '';
  throw new MongoError(171, `cannot index parallel arrays [${lastPart(field)}] [${lastPart(other)}]`, 'CannotIndexParallelArrays');
};

/** Follows the path until its end or until an array that stands for several keys. */
const advance = (walk: Walk): Walk => {
  let { value, rest } = walk;
  while (rest !== undefined) {
    if (Array.isArray(value)) {
      const named = namedElement(value, rest[0]);
      if (named === undefined) return { value, rest };
      value = named;
      rest = rest.slice(1);
    } else if (rest.length === 0) {
      rest = undefined;
    } else {
      value = isDocument(value) ? value.get(rest[0] as string) : undefined;
      rest = value === undefined ? undefined : rest.slice(1);
    }
  }
  return { value, rest };
};

/** The element that a numeric part names, if there is one. */
const namedElement = (array: readonly Value[], part: string | undefined): Value | undefined => {
  if (part === undefined || !isArrayIndex(part)) return undefined;
  const element = array[Number(part)];
  if (element !== undefined && array.some((other) => isDocument(other) && other.has(part))) {
    throw new MongoError(
      16746,
      `Ambiguous field name found in array (do not use numeric field names in embedded elements in an array), field: '${part}' for array: ${displayValue([...array])}`,
    );
  }
  return element;
};

/** Goes on with one element of the array at which the walk waits; arrays directly within arrays are not entered. */
const enter = (walk: Walk, element: Value): Walk => {
  if (walk.rest === undefined) return walk;
  if (walk.rest.length === 0) return { value: element, rest: undefined };
  return isDocument(element) ? { value: element, rest: walk.rest } : { value: undefined, rest: undefined };
};

const distinctKeys = (keys: readonly (Value | undefined)[][]): (Value | undefined)[][] => {
  const ascending = keys[0]?.map(() => false) ?? [];
  const byBytes = new Map(keys.map((key) => [encodeKey(key, ascending).toString('latin1'), key]));
  return [...byBytes.values()];
};
