import type { Expression } from '../../aggregation/expressions/expression.js';
import type { Document, Value } from '../../bson/values.js';

export type ProjectionKind = 'inclusion' | 'exclusion';

/** What a projection does with one field. Slices and positions are cut from what an inclusion or exclusion left. */
export type ProjectionEntry =
  | { readonly kind: 'include' }
  | { readonly kind: 'exclude' }
  | { readonly kind: 'branch'; readonly branch: ProjectionBranch }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'elemMatch'; readonly firstMatch: (array: readonly Value[]) => Value | undefined }
  | { readonly kind: 'slice'; readonly slice: (array: readonly Value[]) => Value[] }
  | { readonly kind: 'positional' };

/** The entries of the fields of one document, in the order of the specification. */
export interface ProjectionBranch {
  readonly entries: Map<string, ProjectionEntry>;
}

export interface ParsedProjection {
  readonly kind: ProjectionKind;
  readonly root: ProjectionBranch;
  /** The path before the positional `$`. */
  readonly positionalPath: readonly string[] | undefined;
  readonly slicedPaths: readonly { readonly path: readonly string[]; readonly slice: (array: readonly Value[]) => Value[] }[];
}

export type Evaluate = (expression: Expression, document: Document) => Value | undefined;
