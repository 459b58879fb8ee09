import { groupKey } from '../bson/group-key.js';
import type { Value } from '../bson/values.js';
import type { Collation } from '../query/collation.js';

/** A string that is the same for values that MongoDB calls equal under a collation. */
export const valueKey = (value: Value | undefined, collation: Collation | undefined): string =>
  groupKey(collation ? withEqualityKeys(value, collation) : value);

const withEqualityKeys = (value: Value | undefined, collation: Collation): Value | undefined => {
  if (typeof value === 'string') return collation.equalityKey(value);
  if (Array.isArray(value)) return value.map((each) => withEqualityKeys(each, collation) as Value);
  if (value instanceof Map) return new Map([...value].map(([name, each]) => [name, withEqualityKeys(each, collation) as Value]));
  return value;
};
