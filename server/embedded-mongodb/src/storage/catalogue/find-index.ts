import type { Document } from '../../bson/values.js';
import type { CollectionInfo, IndexInfo } from '../CollectionInfo.js';
import { samePattern } from '../indexes/specification.js';

/** An index by its name or its key pattern. */
export const findIndex = (collection: CollectionInfo, which: string | Document): IndexInfo | undefined =>
  collection.indexes.find((index) => (typeof which === 'string' ? index.name === which : samePattern(index.key, which)));
