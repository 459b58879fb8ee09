import type { Value } from '../../bson/values.js';
import { int } from '../fields.js';

/** The field of an answer that tells which statements had been carried out before; left out where there are none. */
export const retriedStatements = (statements: readonly number[]): Value[] | undefined =>
  statements.length > 0 ? statements.map(int) : undefined;
