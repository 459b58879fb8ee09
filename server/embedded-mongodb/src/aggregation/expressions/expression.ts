import type { Document, Timestamp, Value } from '../../bson/values.js';
import type { Collation } from '../../query/collation.js';

/** Values of the variables of `let`, `$let`, `$map` and their like, without the `$$`; `undefined` for a missing value. */
export type Variables = ReadonlyMap<string, Value | undefined>;

/** What an expression may read while it is evaluated. */
export interface EvaluationContext {
  /** `$$ROOT` */
  readonly root: Document;
  /** `$$CURRENT`: what `$field` starts from. */
  readonly current: Value | undefined;
  readonly variables: Variables;
  /** `$$NOW`: the same for the whole command. */
  readonly now: Date;
  /** `$$CLUSTER_TIME` */
  readonly clusterTime: Timestamp;
}

/** What is known of the surroundings while an expression is compiled. */
export interface Scope {
  /** Names of the variables that may be read; another one is a MongoError 17276. */
  readonly variables?: ReadonlySet<string> | undefined;
  readonly collation?: Collation | undefined;
  /** Takes down which top-level fields the expressions read; `everything` where they read whole documents. */
  readonly reads?: Set<string> | undefined;
  /** Constants are not computed beforehand, because the expression may never be reached. */
  readonly isDeferred?: boolean | undefined;
}

/** Stands in `Scope.reads` for a whole document; no field path begins with a dollar sign. */
export const everything = '$';

export interface Expression {
  /** `undefined` is a missing value, as `$$REMOVE` gives it. */
  evaluate(context: EvaluationContext): Value | undefined;
  /** Set where the result is always the same. */
  readonly constant?: { readonly value: Value | undefined; readonly isDeferred?: boolean };
}
