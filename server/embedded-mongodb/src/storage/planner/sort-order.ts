import type { Sort } from '../../query/sort.js';
import type { IndexPath } from './index-path.js';

/** How an index has to be read so that its documents come sorted; `undefined` where it cannot serve the sort. */
export const servedOrder = (path: IndexPath, sort: Sort): 'forward' | 'reverse' | undefined => {
  const { index } = path;
  let place = 0;
  let reverse: boolean | undefined;
  for (const field of sort.fields) {
    if (isConstant(path, field.path)) continue;
    while (place < path.fixed && index.fields[place] !== field.path) place += 1;
    // With arrays a document sorts by its least or greatest element, which is not the key that was found.
    if (index.fields[place] !== field.path || index.multikey.fields[place]) return undefined;
    const needsReverse = index.descending[place] !== field.descending;
    if (reverse !== undefined && reverse !== needsReverse) return undefined;
    reverse = needsReverse;
    place += 1;
  }
  return reverse ? 'reverse' : 'forward';
};

const isConstant = (path: IndexPath, field: string): boolean => {
  const place = path.index.fields.indexOf(field);
  return place >= 0 && place < path.fixed && !path.index.multikey.fields[place];
};
