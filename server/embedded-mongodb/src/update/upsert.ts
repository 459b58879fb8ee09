import { MongoError } from '../errors.js';
import { isDocument } from '../bson/values.js';
import type { Document, Value } from '../bson/values.js';
import type { Predicate } from '../query/predicates.js';

/**
 * The fields that a filter fixes by equality, which an upsert starts from. A replacement takes `_id` alone.
 * Fields come in the order of their paths.
 */
export const documentFromEqualities = (predicate: Predicate, onlyId: boolean): Document => {
  const equalities = new Map<string, Value>();
  collectEqualities(predicate, equalities, onlyId);
  const document: Document = new Map();
  const paths = [...equalities.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  for (const path of paths) setPath(document, path.split('.'), equalities.get(path) as Value);
  return document;
};

const collectEqualities = (predicate: Predicate, equalities: Map<string, Value>, onlyId: boolean): void => {
  switch (predicate.kind) {
    case 'and':
      for (const one of predicate.predicates) collectEqualities(one, equalities, onlyId);
      return;
    case 'compare':
      if (predicate.operator === 'eq') addEquality(equalities, predicate.path, predicate.value, onlyId);
      return;
    case 'in':
      if (predicate.values.length === 1 && predicate.patterns.length === 0)
        addEquality(equalities, predicate.path, predicate.values[0] as Value, onlyId);
      return;
    case 'expression':
      throw new MongoError(224, '$expr is not allowed in the query predicate for an upsert', 'QueryFeatureNotAllowed');
    default:
  }
};

const addEquality = (equalities: Map<string, Value>, path: string, value: Value, onlyId: boolean): void => {
  if (onlyId && path !== '_id' && !path.startsWith('_id.')) return;
  const refuse = (why: string): never => {
    throw new MongoError(54, `cannot infer query fields to set, ${why}`, 'NotSingleValueField');
  };
  if (equalities.has(path)) refuse(`path '${path}' is matched twice`);
  for (const other of equalities.keys()) {
    if (other.startsWith(`${path}.`) || path.startsWith(`${other}.`)) refuse(`both paths '${other}' and '${path}' are matched`);
  }
  equalities.set(path, value);
};

const setPath = (document: Document, parts: readonly string[], value: Value): void => {
  let holder = document;
  for (const part of parts.slice(0, -1)) {
    const known = holder.get(part);
    const inner: Document = isDocument(known) ? known : new Map<string, Value>();
    holder.set(part, inner);
    holder = inner;
  }
  holder.set(parts.at(-1) ?? '', value);
};
