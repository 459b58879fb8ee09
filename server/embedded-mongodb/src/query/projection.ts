import { Timestamp } from '../bson/values.js';
import { applyFields, cutToPosition, cutToSlice } from './projection/apply-projection.js';
import { parseProjection } from './projection/parse-projection.js';
import type { Document, Value } from '../bson/values.js';
import type { Filter, FilterOptions } from './filter.js';
import type { Evaluate } from './projection/tree.js';

export interface Projection {
  /** Nothing is left out or computed: stored bytes can be sent as they are. */
  readonly isIdentity: boolean;
  /** A new document; the given one stays as it is. */
  apply(document: Document): Document;
}

const noVariables: ReadonlyMap<string, Value | undefined> = new Map();

/** Compiles the projection of `find` and `findAndModify`; `filter` feeds the positional `$`. Mistakes are MongoErrors as in MongoDB. */
export const compileProjection = (specification: Document, filter?: Filter, options: FilterOptions = {}): Projection => {
  if (specification.size === 0) return { isIdentity: true, apply: (document) => document };
  const parsed = parseProjection(specification, filter?.predicate, { ...options, collation: options.collation ?? filter?.collation });
  const evaluate = evaluatorWith(options);
  const { positionalPath, slicedPaths } = parsed;
  return {
    isIdentity: parsed.kind === 'exclusion' && parsed.root.entries.size === 0,
    apply: (document) => {
      let result = applyFields(parsed, document, evaluate);
      if (positionalPath) result = cutToPosition(result, positionalPath, filter?.matchPosition(document).arrayIndex);
      for (const { path, slice } of slicedPaths) result = cutToSlice(result, path, slice) as Document;
      return result;
    },
  };
};

const evaluatorWith = (options: FilterOptions): Evaluate => {
  const variables = options.variables ?? noVariables;
  const now = options.now ?? new Date();
  const clusterTime = options.clusterTime ?? new Timestamp(0n);
  return (expression, document) => expression.evaluate({ root: document, current: document, variables, now, clusterTime });
};
