import { MongoError } from '../../errors.js';
import { isDocument } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import type { Evaluate, ParsedProjection, ProjectionBranch, ProjectionEntry, ProjectionKind } from './tree.js';

/** Applies all of a projection but the positional `$` and `$slice`, which cut from its result. */
export const applyFields = (projection: ParsedProjection, document: Document, evaluate: Evaluate): Document => {
  const result = keepFields(projection.root, projection.kind, document);
  return addComputed(projection.root, result, document, evaluate);
};

const keepFields = (branch: ProjectionBranch, kind: ProjectionKind, document: Document): Document => {
  const kept: Document = new Map();
  for (const [name, value] of document) {
    const projected = keepField(branch.entries.get(name), kind, value);
    if (projected !== undefined) kept.set(name, projected);
  }
  return kept;
};

const keepField = (entry: ProjectionEntry | undefined, kind: ProjectionKind, value: Value): Value | undefined => {
  switch (entry?.kind) {
    case undefined:
      return kind === 'exclusion' ? value : undefined;
    case 'branch':
      return keepWithin(entry.branch, kind, value);
    case 'exclude':
      return undefined;
    case 'expression':
    case 'elemMatch':
      return kind === 'exclusion' ? value : undefined;
    default:
      return value;
  }
};

/** Goes into documents and arrays; other values stay only where the projection excludes. */
const keepWithin = (branch: ProjectionBranch, kind: ProjectionKind, value: Value): Value | undefined => {
  if (isDocument(value)) return keepFields(branch, kind, value);
  if (!Array.isArray(value)) return kind === 'exclusion' ? value : undefined;
  const kept: Value[] = [];
  for (const element of value) {
    const projected = keepWithin(branch, kind, element);
    if (projected !== undefined) kept.push(projected);
  }
  return kept;
};

const computes = (branch: ProjectionBranch): boolean =>
  [...branch.entries.values()].some(
    (entry) => entry.kind === 'expression' || entry.kind === 'elemMatch' || (entry.kind === 'branch' && computes(entry.branch)),
  );

const addComputed = (branch: ProjectionBranch, result: Document, root: Document, evaluate: Evaluate): Document => {
  for (const [name, entry] of branch.entries) {
    if (entry.kind === 'branch') {
      if (computes(entry.branch)) result.set(name, addComputedWithin(entry.branch, result.get(name), root, evaluate));
    } else if (entry.kind === 'expression' || entry.kind === 'elemMatch') {
      const value = entry.kind === 'expression' ? evaluate(entry.expression, root) : matchedElements(entry.firstMatch, root.get(name));
      if (value === undefined) result.delete(name);
      else result.set(name, value);
    }
  }
  return result;
};

const addComputedWithin = (branch: ProjectionBranch, value: Value | undefined, root: Document, evaluate: Evaluate): Value => {
  if (Array.isArray(value)) return value.map((element) => addComputedWithin(branch, element, root, evaluate));
  return addComputed(branch, isDocument(value) ? value : new Map(), root, evaluate);
};

const matchedElements = (firstMatch: (array: readonly Value[]) => Value | undefined, value: Value | undefined): Value | undefined => {
  const element = Array.isArray(value) ? firstMatch(value) : undefined;
  return element === undefined ? undefined : [element];
};

/** Leaves of the first array on the path only the element at `arrayIndex`. */
export const cutToPosition = (document: Document, path: readonly string[], arrayIndex: number | undefined): Document => {
  const [name, ...rest] = path;
  const value = name === undefined ? undefined : document.get(name);
  if (name === undefined || value === undefined) return document;
  if (Array.isArray(value)) {
    const element = arrayIndex === undefined ? undefined : value[arrayIndex];
    if (arrayIndex === undefined) throw new MongoError(51246, "positional operator '.$' couldn't find a matching element in the array");
    if (element === undefined) throw new MongoError(51247, "positional operator '.$' element mismatch");
    return new Map(document).set(name, [element]);
  }
  return isDocument(value) && rest.length > 0 ? new Map(document).set(name, cutToPosition(value, rest, arrayIndex)) : document;
};

/** Cuts the arrays at the end of the path, in every document that the path passes; arrays directly within arrays are not entered. */
export const cutToSlice = (value: Value, path: readonly string[], slice: (array: readonly Value[]) => Value[]): Value => {
  const [name, ...rest] = path;
  if (name === undefined || !isDocument(value)) return value;
  const inner = value.get(name);
  if (inner === undefined) return value;
  if (rest.length > 0) {
    const cut = Array.isArray(inner) ? inner.map((element) => cutToSlice(element, rest, slice)) : cutToSlice(inner, rest, slice);
    return new Map(value).set(name, cut);
  }
  return Array.isArray(inner) ? new Map(value).set(name, slice(inner)) : value;
};
