import type { Document, Value } from '../../bson/values.js';
import type { EvaluationContext, Expression } from '../expressions/expression.js';

/** The fields that a projection names, as a tree along their dotted paths. */
export interface FieldTree {
  /** Fields that are kept, or left out, as they are. */
  readonly plain: Set<string>;
  readonly computed: Map<string, Expression>;
  readonly children: Map<string, FieldTree>;
  /** Names of computed fields and of children with such, in the order in which they were given. */
  readonly order: string[];
}

export const emptyTree = (): FieldTree => ({ plain: new Set(), computed: new Map(), children: new Map(), order: [] });

export const hasComputed = (tree: FieldTree): boolean => tree.order.length > 0;

/** Keeps the fields of the tree, in the order of the document. */
export const keepFields = (tree: FieldTree, document: Document): Document => {
  const kept: Document = new Map();
  for (const [name, value] of document) {
    if (tree.plain.has(name)) kept.set(name, value);
    else {
      const child = tree.children.get(name);
      const inner = child && keepInValue(child, value);
      if (inner !== undefined) kept.set(name, inner);
    }
  }
  return kept;
};

const keepInValue = (tree: FieldTree, value: Value): Value | undefined => {
  if (value instanceof Map) return keepFields(tree, value);
  if (!Array.isArray(value)) return undefined;
  const kept = value.map((element) => keepInValue(tree, element));
  // Elements that are left out still get computed fields.
  return hasComputed(tree) ? kept.map((element) => element ?? null) : kept.filter((element) => element !== undefined);
};

/** Leaves the fields of the tree out. */
export const leaveOutFields = (tree: FieldTree, document: Document): Document => {
  const kept: Document = new Map();
  for (const [name, value] of document) {
    if (tree.plain.has(name)) continue;
    const child = tree.children.get(name);
    kept.set(name, child ? leaveOutInValue(child, value) : value);
  }
  return kept;
};

const leaveOutInValue = (tree: FieldTree, value: Value): Value => {
  if (value instanceof Map) return leaveOutFields(tree, value);
  return Array.isArray(value) ? value.map((element) => leaveOutInValue(tree, element)) : value;
};

/** Sets the computed fields of the tree in a document that may be changed. */
export const setComputed = (tree: FieldTree, document: Document, context: EvaluationContext): Document => {
  for (const name of tree.order) {
    const expression = tree.computed.get(name);
    const value = expression ? expression.evaluate(context) : setInValue(tree.children.get(name) as FieldTree, document.get(name), context);
    if (value === undefined) document.delete(name);
    else document.set(name, value);
  }
  return document;
};

/** Every document of an array gets the fields; what is no document gives way to one. */
const setInValue = (tree: FieldTree, value: Value | undefined, context: EvaluationContext): Value => {
  if (value instanceof Map) return setComputed(tree, new Map(value), context);
  if (Array.isArray(value)) return value.map((element) => setInValue(tree, element, context));
  return setComputed(tree, new Map(), context);
};
