import { isArrayIndex } from '../bson/paths.js';
import { displayValue } from '../bson/display.js';
import { fail } from '../errors.js';
import { isDocument } from '../bson/values.js';
import { compareNames, mergeNodes } from './update-tree.js';
import type { Document, Value } from '../bson/values.js';
import type { ArrayFilters } from './array-filters.js';
import type { Obstacle, UpdatePosition } from './field-operation.js';
import type { ElementsNode, FieldsNode, UpdateNode } from './update-tree.js';

/** An array may be filled up with this many nulls at most to reach a place beyond its end. */
const paddingLimit = 1_500_000;

interface Application {
  readonly document: Document;
  readonly position: UpdatePosition;
  readonly arrayFilters: ArrayFilters;
  readonly obstacle?: Obstacle;
}

/** Applies all operators to a document. Gives the same object when nothing changed. */
export const applyTree = (root: FieldsNode, document: Document, position: UpdatePosition, arrayFilters: ArrayFilters): Document =>
  applyFields(root, document, '', { document, position, arrayFilters }) as Document;

const applyNode = (
  node: UpdateNode,
  value: Value | undefined,
  path: string,
  isArrayElement: boolean,
  application: Application,
): Value | undefined => {
  switch (node.kind) {
    case 'operation':
      return node.operation(value, {
        path,
        isArrayElement,
        obstacle: application.obstacle,
        document: application.document,
        position: application.position,
      });
    case 'fields':
      return applyFields(node, value, path, application);
    case 'elements':
      return applyElements(node, value, path, application);
  }
};

const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** A missing value becomes a document if any operator puts something into it. */
const applyFields = (node: FieldsNode, value: Value | undefined, path: string, application: Application): Value | undefined => {
  const children = concreteChildren(node, path, application);
  if (isDocument(value)) return applyToDocument(children, value, path, application);
  if (Array.isArray(value)) return applyToArray(children, value, path, application);
  if (value === undefined) {
    const created = applyToDocument(children, new Map(), path, application);
    return created.size === 0 ? undefined : created;
  }
  for (const [name, child] of children) refuseCreation(child, value, path, name, application);
  return value;
};

/** Puts the place that the filter found for `$`, and sorts. */
const concreteChildren = (node: FieldsNode, path: string, { position }: Application): [string, UpdateNode][] => {
  const children = new Map(node.children);
  const positional = children.get('$');
  if (positional) {
    if (position.arrayIndex === undefined) fail('BadValue', 'The positional operator did not find the match needed from the query.');
    const name = String(position.arrayIndex);
    const known = children.get(name);
    children.delete('$');
    children.set(name, known ? mergeNodes(known, positional, joined(path, name)) : positional);
  }
  return [...children].sort(([a], [b]) => compareNames(a, b));
};

/** Operators that would create something within a value that is no document fail; the others have nothing to do there. */
const refuseCreation = (child: UpdateNode, value: Value, path: string, name: string, application: Application): void => {
  const holder = path.split('.').at(-1) ?? '';
  const created = applyNode(child, undefined, joined(path, name), false, { ...application, obstacle: { holder, part: name, value } });
  if (created === undefined) return;
  fail('PathNotViable', `Cannot create field '${name}' in element {${holder}: ${displayValue(value)}}`);
};

const applyToDocument = (
  children: readonly [string, UpdateNode][],
  document: Document,
  path: string,
  application: Application,
): Document => {
  let result = document;
  for (const [name, child] of children) {
    const before = document.get(name);
    const after = applyNode(child, before, joined(path, name), false, application);
    if (Object.is(before, after)) continue;
    if (result === document) result = new Map(document);
    if (after === undefined) result.delete(name);
    else result.set(name, after);
  }
  return result;
};

const applyToArray = (
  children: readonly [string, UpdateNode][],
  array: readonly Value[],
  path: string,
  application: Application,
): Value => {
  let result = array as Value[];
  for (const [name, child] of children) {
    if (!isArrayIndex(name)) {
      refuseCreation(child, array as Value[], path, name, application);
      continue;
    }
    const index = Number(name);
    const before = array[index];
    const after = applyNode(child, before, joined(path, name), true, application);
    if (Object.is(before, after) || after === undefined) continue;
    if (result === array) result = [...array];
    pad(result, index);
    result[index] = after;
  }
  return result;
};

const pad = (array: Value[], index: number): void => {
  if (index - array.length > paddingLimit) fail('BadValue', `can't backfill more than ${paddingLimit} elements`);
  while (array.length < index) array.push(null);
};

const applyElements = (node: ElementsNode, value: Value | undefined, path: string, application: Application): Value => {
  if (value === undefined) return fail('BadValue', `The path '${path}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(value))
    return fail('BadValue', `Cannot apply array updates to non-array element ${path.split('.').at(-1)}: ${displayValue(value)}`);
  let result = value;
  value.forEach((element, index) => {
    const elementPath = joined(path, String(index));
    const child = childFor(node, element, elementPath, application.arrayFilters);
    if (!child) return;
    const after = applyNode(child, element, elementPath, true, application);
    if (Object.is(element, after) || after === undefined) return;
    if (result === value) result = [...value];
    result[index] = after;
  });
  return result;
};

/** The nodes of all array filters that match the element, as one. */
const childFor = (node: ElementsNode, element: Value, path: string, arrayFilters: ArrayFilters): UpdateNode | undefined => {
  let found: UpdateNode | undefined;
  for (const [identifier, child] of node.children) {
    if (identifier !== '' && !arrayFilters.matches(identifier, element)) continue;
    found = found ? mergeNodes(found, child, path) : child;
  }
  return found;
};
