import type { Document } from '../../bson/values.js';
import { isDocument } from '../../bson/values.js';
import type { Collation } from '../../query/collation.js';
import { compileCollation } from '../../query/collation.js';
import type { CollectionInfo } from '../../storage/CollectionInfo.js';
import { documentArgument } from '../arguments.js';

const defaults = new WeakMap<CollectionInfo, { readonly collation: Collation | undefined }>();

/** The collation that a command (or one statement of it) asks for, else the collection's own. */
export const collationFor = (body: Document, collection: CollectionInfo | undefined): Collation | undefined => {
  const asked = documentArgument(body, 'collation');
  if (asked && asked.size > 0) return compileCollation(asked);
  return collection && defaultCollation(collection);
};

const defaultCollation = (collection: CollectionInfo): Collation | undefined => {
  const known = defaults.get(collection);
  if (known) return known.collation;
  const specification = collection.options.get('collation');
  const collation = isDocument(specification) ? compileCollation(specification) : undefined;
  defaults.set(collection, { collation });
  return collation;
};
