import { compileFilter } from '../filter.js';
import type { Document, Value } from '../../bson/values.js';
import type { FilterOptions } from '../filter.js';

/** The `$elemMatch` of a projection: picks the first element that matches. */
export const elemMatchArgument = (conditions: Document, options: FilterOptions): ((array: readonly Value[]) => Value | undefined) => {
  const filter = compileFilter(new Map([['elements', new Map([['$elemMatch', conditions]])]]), options);
  return (array) => {
    const { matched, arrayIndex } = filter.matchPosition(new Map([['elements', [...array]]]));
    return matched && arrayIndex !== undefined ? array[arrayIndex] : undefined;
  };
};
