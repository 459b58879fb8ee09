import { fail } from '../errors.js';
import { arrayFilterIdentifier } from './update-path.js';
import type { FieldOperation } from './field-operation.js';

/** All operators of an update by the paths they work on. */
export type UpdateNode = { readonly kind: 'operation'; readonly operation: FieldOperation } | FieldsNode | ElementsNode;

/** Children by field name; `$` stands for the place that the filter found. */
export interface FieldsNode {
  readonly kind: 'fields';
  readonly children: Map<string, UpdateNode>;
}

/** Children by array filter; the empty identifier stands for all elements. */
export interface ElementsNode {
  readonly kind: 'elements';
  readonly children: Map<string, UpdateNode>;
}

export const emptyTree = (): FieldsNode => ({ kind: 'fields', children: new Map() });

/** Adds an operation; one on the same path or on a part of it is a MongoError 40 ConflictingUpdateOperators. */
export const addOperation = (root: FieldsNode, parts: readonly string[], operation: FieldOperation): void => {
  let node: FieldsNode | ElementsNode = root;
  parts.forEach((part, depth) => {
    const name: string = node.kind === 'elements' ? (arrayFilterIdentifier(part) ?? part) : part;
    const known = node.children.get(name);
    const isLast = depth === parts.length - 1;
    const wanted = isLast ? 'operation' : childKind(parts[depth + 1] ?? '');
    if (known && (isLast || known.kind !== wanted)) conflict(parts, depth);
    const child: UpdateNode =
      known ?? (isLast ? { kind: 'operation', operation } : { kind: wanted as 'fields' | 'elements', children: new Map() });
    if (!known) node.children.set(name, child);
    if (child.kind !== 'operation') node = child;
  });
};

const childKind = (nextPart: string): 'fields' | 'elements' => (arrayFilterIdentifier(nextPart) === undefined ? 'fields' : 'elements');

const conflict = (parts: readonly string[], depth: number): never =>
  fail(
    'ConflictingUpdateOperators',
    `Updating the path '${parts.join('.')}' would create a conflict at '${parts.slice(0, depth + 1).join('.')}'`,
  );

/** Two nodes that turn out to work on the same element become one; `path` is that element's. */
export const mergeNodes = (a: UpdateNode, b: UpdateNode, path: string): UpdateNode => {
  if (a.kind === 'operation' || b.kind === 'operation' || a.kind !== b.kind) {
    return fail('ConflictingUpdateOperators', `Update created a conflict at '${path}'`);
  }
  const children = new Map(a.children);
  for (const [name, child] of b.children) {
    const known = children.get(name);
    children.set(name, known ? mergeNodes(known, child, `${path}.${name}`) : child);
  }
  return { kind: a.kind, children };
};

const wholeNumber = /^\d+$/;

/** Names in the order in which MongoDB works on them: numbers by their value, others by their text. */
export const compareNames = (a: string, b: string): number => {
  if (wholeNumber.test(a) && wholeNumber.test(b)) {
    const order = BigInt(a) - BigInt(b);
    if (order !== 0n) return order < 0n ? -1 : 1;
  }
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
};
