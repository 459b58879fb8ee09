import type { UpdateOperator } from './field-operation.js';

/** `$unset`: an element of an array becomes null, so that the others keep their places. */
export const unset: UpdateOperator =
  () =>
  (value, { isArrayElement }) =>
    isArrayElement && value !== undefined ? null : undefined;
