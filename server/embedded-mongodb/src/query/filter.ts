import { compileExpression } from '../aggregation/expressions/compile.js';
import { isTruthy } from '../aggregation/expressions/numbers.js';
import { pathParts, visitPath } from '../bson/paths.js';
import { bitsTest } from './bits.js';
import { refuseNear } from './near.js';
import { parseFilter } from './parse-filter.js';
import { inEvaluationOrder } from './evaluation-order.js';
import { comparisonTest, inTest, modTest, regexTest, sizeTest, typeTest } from './value-tests.js';
import { isDocument, Timestamp } from '../bson/values.js';
import { doIntersect } from '../geo/intersects.js';
import { nearestPlace } from '../geo/near.js';
import { storedGeometry } from '../geo/read-stored.js';
import { isWithin } from '../geo/within.js';
import type { Geometry } from '../geo/geometry.js';
import type { LeafArrays } from '../bson/paths.js';
import type { Document, Value } from '../bson/values.js';
import type { Collation } from './collation.js';
import type { DocumentTest, MatchDetails, ValueTest } from './matcher.js';
import type { PathPredicate, Predicate } from './predicates.js';

export interface FilterOptions {
  readonly collation?: Collation | undefined;
  /** Variables of `let` for `$expr`. */
  readonly variables?: ReadonlyMap<string, Value | undefined> | undefined;
  readonly now?: Date | undefined;
  readonly clusterTime?: Timestamp | undefined;
  /** Whoever uses the filter puts the nearest documents first where it asks for that. */
  readonly allowsNear?: boolean;
}

export interface Filter {
  readonly predicate: Predicate;
  readonly collation: Collation | undefined;
  matches(document: Document): boolean;
  /** `arrayIndex` is the place in the first array that decided the match; the positional `$` takes it. */
  matchPosition(document: Document): { readonly matched: boolean; readonly arrayIndex?: number };
}

/** Compiles a filter. Mistakes in it are a MongoError 2 as in MongoDB; what this server leaves out is a MongoError 115. */
export const compileFilter = (filter: Document, options: FilterOptions = {}): Filter => {
  const predicate = parseFilter(filter);
  if (!options.allowsNear) refuseNear(predicate);
  return compilePredicate(predicate, options);
};

export const compilePredicate = (predicate: Predicate, options: FilterOptions = {}): Filter => {
  const test = documentTest(predicate, options);
  return {
    predicate,
    collation: options.collation,
    matches: (document) => test(document),
    matchPosition: (document) => {
      const details: MatchDetails = { arrayIndex: undefined };
      const matched = test(document, details);
      return matched && details.arrayIndex !== undefined ? { matched, arrayIndex: details.arrayIndex } : { matched };
    },
  };
};

const documentTest = (predicate: Predicate, options: FilterOptions): DocumentTest => {
  switch (predicate.kind) {
    case 'always':
      return () => predicate.value;
    case 'and': {
      const tests = inEvaluationOrder(predicate.predicates).map((one) => documentTest(one, options));
      return (document, details) => tests.every((test) => test(document, details));
    }
    case 'or': {
      const tests = predicate.predicates.map((one) => documentTest(one, options));
      return (document) => tests.some((test) => test(document));
    }
    case 'nor': {
      const tests = predicate.predicates.map((one) => documentTest(one, options));
      return (document) => !tests.some((test) => test(document));
    }
    case 'not': {
      const test = documentTest(predicate.predicate, options);
      return (document) => !test(document);
    }
    case 'expression':
      return expressionTest(predicate.expression, options);
    case 'jsonSchema':
      return (document) => predicate.accepts(document);
    case 'near':
      return (document) => nearestPlace(document, predicate.path, predicate.near) !== undefined;
    default:
      return pathTest(predicate, options);
  }
};

const noVariables: ReadonlyMap<string, Value | undefined> = new Map();

const expressionTest = (expression: Value, options: FilterOptions): DocumentTest => {
  const variables = options.variables ?? noVariables;
  const compiled = compileExpression(expression, { variables: new Set(variables.keys()), collation: options.collation });
  const now = options.now ?? new Date();
  const clusterTime = options.clusterTime ?? new Timestamp(0n);
  return (document) => isTruthy(compiled.evaluate({ root: document, current: document, variables, now, clusterTime }));
};

/** Conditions on an array itself must not see its elements. */
const leafArraysOf = (kind: PathPredicate['kind']): LeafArrays =>
  kind === 'size' || kind === 'exists' || kind === 'elemMatchObject' || kind === 'elemMatchValue' ? 'whole' : 'expanded';

const pathTest = (predicate: PathPredicate, options: FilterOptions): DocumentTest => {
  const test = valueTest(predicate, options);
  const parts = pathParts(predicate.path);
  const leafArrays = leafArraysOf(predicate.kind);
  const onlyPart = parts.length === 1 ? (parts[0] as string) : undefined;
  return (document, details) => {
    const simple = onlyPart === undefined ? undefined : document.get(onlyPart);
    if (onlyPart !== undefined && !Array.isArray(simple)) return test(simple, details);
    return visitPath(document, parts, leafArrays, (value, arrayIndex) => {
      if (!test(value, details)) return false;
      if (details && arrayIndex !== undefined) details.arrayIndex = arrayIndex;
      return true;
    });
  };
};

const valueTest = (predicate: PathPredicate, options: FilterOptions): ValueTest => {
  switch (predicate.kind) {
    case 'compare':
      return comparisonTest(predicate.operator, predicate.value, options.collation);
    case 'in':
      return inTest(predicate.values, predicate.patterns, options.collation);
    case 'regex':
      return regexTest(predicate.pattern);
    case 'exists':
      return (value) => value !== undefined;
    case 'type':
      return typeTest(predicate.types);
    case 'size':
      return sizeTest(predicate.size);
    case 'mod':
      return modTest(predicate.divisor, predicate.remainder);
    case 'bits':
      return bitsTest(predicate.operator, predicate.mask);
    case 'geoWithin':
      return geometryTest((stored) => isWithin(stored, predicate.area));
    case 'geoIntersects':
      return geometryTest((stored) => doIntersect(stored, predicate.geometry));
    case 'elemMatchObject':
      return elementTest(elementDocumentTest(documentTest(predicate.predicate, options)));
    case 'elemMatchValue':
      return elementTest(conditionsTest(predicate.predicates, options));
  }
};

const geometryTest =
  (holds: (stored: Geometry) => boolean): ValueTest =>
  (value) => {
    const stored = storedGeometry(value);
    return stored !== undefined && holds(stored);
  };

const elementTest =
  (test: ValueTest): ValueTest =>
  (value, details) => {
    if (!Array.isArray(value)) return false;
    const index = value.findIndex((element) => test(element));
    if (index >= 0 && details) details.arrayIndex = index;
    return index >= 0;
  };

/** An array among the elements counts as a document whose fields are its places. */
const elementDocumentTest =
  (test: DocumentTest): ValueTest =>
  (element) => {
    if (isDocument(element)) return test(element);
    return Array.isArray(element) && test(new Map(element.map((value, index) => [String(index), value])));
  };

/** Conditions on the element itself; arrays among the elements are not entered. */
const conditionsTest = (predicates: readonly Predicate[], options: FilterOptions): ValueTest => {
  const tests = predicates.map((predicate) => elementCondition(predicate, options));
  return (element) => tests.every((test) => test(element));
};

const elementCondition = (predicate: Predicate, options: FilterOptions): ValueTest => {
  switch (predicate.kind) {
    case 'and':
      return conditionsTest(predicate.predicates, options);
    case 'not': {
      const test = elementCondition(predicate.predicate, options);
      return (element) => !test(element);
    }
    case 'always':
      return () => predicate.value;
    case 'or':
    case 'nor':
    case 'expression':
    case 'near':
    case 'jsonSchema':
      throw new TypeError(`${predicate.kind} cannot stand among conditions on an element`);
    default:
      return valueTest(predicate, options);
  }
};
