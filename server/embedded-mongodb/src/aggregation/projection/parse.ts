import { MongoError } from '../../errors.js';
import { isNumeric } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { checkFieldName, parsePath } from '../expressions/field-path.js';
import { isTruthy } from '../expressions/numbers.js';
import { isExpressionOperator } from '../expressions/compile.js';
import type { Compilation } from '../expressions/operator.js';
import type { FieldTree } from './field-tree.js';
import { emptyTree } from './field-tree.js';

/** One field of a specification: kept or left out, or computed. */
export type Entry =
  | { readonly kind: 'plain'; readonly steps: readonly string[]; readonly isIncluded: boolean }
  | { readonly kind: 'computed'; readonly steps: readonly string[]; readonly value: Value };

/** The fields of a specification for `$project`, nested objects taken apart into dotted paths. */
export const projectEntries = (specification: Document, before: readonly string[] = []): Entry[] => {
  const entries: Entry[] = [];
  for (const [path, value] of specification) {
    const steps = [...before, ...parsePath(path)];
    if (isNumeric(value) || typeof value === 'boolean') entries.push({ kind: 'plain', steps, isIncluded: isTruthy(value) });
    else if (isSubSpecification(value, steps)) entries.push(...projectEntries(value, steps));
    else entries.push({ kind: 'computed', steps, value });
  }
  return entries;
};

/** An object without an operator stands for the fields inside it. */
const isSubSpecification = (value: Value, steps: readonly string[]): value is Document => {
  if (!(value instanceof Map)) return false;
  if (value.size === 0)
    throw new MongoError(51270, `An empty sub-projection is not a valid value. Found empty object at path: ${steps.join('.')}`);
  const [first = '', ...others] = value.keys();
  if (!first.startsWith('$')) return true;
  if (others.length > 0)
    throw new MongoError(16410, "FieldPath field names may not start with '$'. Consider using $getField or $setField.");
  if (!isExpressionOperator(first)) throw new MongoError(31325, `Invalid $project :: caused by :: Unknown expression ${first}`);
  return false;
};

/** The fields of a specification for `$addFields`. */
export const addedEntries = (specification: Document, before: readonly string[] = []): Entry[] => {
  const entries: Entry[] = [];
  for (const [path, value] of specification) {
    const steps = [...before, ...(before.length === 0 ? parsePath(path) : innerStep(path))];
    if (isInnerSpecification(value)) entries.push(...addedEntries(value, steps));
    else entries.push({ kind: 'computed', steps, value });
  }
  return entries;
};

const isInnerSpecification = (value: Value): value is Document => {
  if (!(value instanceof Map)) return false;
  const operators = [...value.keys()].filter((key) => key.startsWith('$'));
  if (operators.length > 0 && value.size > 1) throw new MongoError(40181, 'an expression specification must contain exactly one field');
  return operators.length === 0 && value.size > 0;
};

const innerStep = (name: string): string[] => {
  if (name.includes('.')) throw new MongoError(40183, `cannot use dotted field name '${name}' in a sub object`);
  checkFieldName(name);
  return [name];
};

/** Codes for two paths of which one lies within the other, or is the same: for the second one deeper, or else. */
type CollisionCodes = readonly [number, number];

/** Builds the tree; values of computed entries are compiled. */
export const buildTree = (entries: readonly Entry[], compilation: Compilation, collisions: CollisionCodes): FieldTree => {
  const root = emptyTree();
  for (const entry of entries) {
    const last = entry.steps[entry.steps.length - 1] as string;
    const parent = descend(root, entry.steps, entry.kind === 'computed', collisions);
    if (parent.plain.has(last) || parent.computed.has(last) || parent.children.has(last)) {
      throw new MongoError(collisions[1], `Path collision at ${entry.steps.join('.')}`);
    }
    if (entry.kind === 'plain') parent.plain.add(last);
    else {
      parent.computed.set(last, compilation.compile(entry.value));
      parent.order.push(last);
    }
  }
  return root;
};

const descend = (root: FieldTree, steps: readonly string[], isComputed: boolean, collisions: CollisionCodes): FieldTree => {
  let tree = root;
  for (const step of steps.slice(0, -1)) {
    if (tree.plain.has(step) || tree.computed.has(step)) throw new MongoError(collisions[0], `Path collision at ${steps.join('.')}`);
    const child = tree.children.get(step) ?? emptyTree();
    tree.children.set(step, child);
    if (isComputed && !tree.order.includes(step)) tree.order.push(step);
    tree = child;
  }
  return tree;
};

/** Checks that fields are either all kept or all left out; `_id` may differ. */
export const isExclusion = (entries: readonly Entry[]): boolean => {
  const others = entries.filter((entry) => !(entry.steps.length === 1 && entry.steps[0] === '_id' && entry.kind === 'plain'));
  const first = others[0];
  if (!first) return entries.every((entry) => entry.kind === 'plain' && !entry.isIncluded);
  const excludes = first.kind === 'plain' && !first.isIncluded;
  for (const entry of others) {
    const path = entry.steps.join('.');
    if (excludes && entry.kind === 'computed') rejectComputed(entry.value, path);
    if (entry.kind !== 'plain' || entry.isIncluded !== excludes) continue;
    if (excludes)
      throw new MongoError(31253, `Invalid $project :: caused by :: Cannot do inclusion on field ${path} in exclusion projection`);
    throw new MongoError(31254, `Invalid $project :: caused by :: Cannot do exclusion on field ${path} in inclusion projection`);
  }
  return excludes;
};

const rejectComputed = (value: Value, path: string): never => {
  if (value instanceof Map)
    throw new MongoError(31252, `Invalid $project :: caused by :: Cannot use expression in exclusion projection: ${path}`);
  throw new MongoError(31310, `Invalid $project :: caused by :: Cannot use an expression ${path} in an exclusion projection`);
};

export const specificationObject = (specification: Value, name: string, code: number): Document => {
  if (!(specification instanceof Map)) throw new MongoError(code, `${name} specification must be an object`);
  return specification;
};

/** The dotted paths of `$unset`: one or several. */
export const unsetPaths = (specification: Value): string[] => {
  if (typeof specification === 'string') return [specification];
  if (!Array.isArray(specification)) throw new MongoError(31002, '$unset specification must be a string or an array');
  if (specification.length === 0) throw new MongoError(31119, '$unset specification must be a string or an array with at least one field');
  return specification.map((path) => {
    if (typeof path !== 'string')
      throw new MongoError(31120, '$unset specification must be a string or an array containing only string values');
    return path;
  });
};
