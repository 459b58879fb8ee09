import type { Collation } from '../query/collation.js';
import type { Value } from './values.js';

/** MongoDB's total order. A missing value (`undefined`) sorts with BSON's undefined, before null; sorting and index keys turn missing into null first. */
export const compareValues = (_a: Value | undefined, _b: Value | undefined, _collation?: Collation): number => 0;

export const equalValues = (a: Value | undefined, b: Value | undefined, collation?: Collation): boolean => compareValues(a, b, collation) === 0;
