import { groupKey } from '../../bson/group-key.js';
import { isDocument } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';

const inFieldOrder = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(inFieldOrder);
  if (!isDocument(value)) return value;
  const fields = [...value].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new Map(fields.map(([name, field]) => [name, inFieldOrder(field)]));
};

/** The same for values that a schema calls equal: the order of fields does not count. */
export const sameValueKey = (value: Value): string => groupKey(inFieldOrder(value));
