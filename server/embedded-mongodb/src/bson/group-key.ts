import type { Value } from './values.js';

/** A string that is the same for two values exactly when `compareValues` calls them equal; missing and null differ. */
export const groupKey = (_value: Value | undefined): string => '';
