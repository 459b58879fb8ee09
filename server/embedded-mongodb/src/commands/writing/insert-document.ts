import type { Document } from '../../bson/values.js';
import { decodeDocument } from '../../bson/decode.js';
import { encodedSize } from '../../bson/encode.js';
import { fail } from '../../errors.js';
import { maxDocumentBytes } from '../../wire/limits.js';
import { ensureCollection } from './ensure-collection.js';
import { newDocument } from './new-document.js';
import { validate } from './validate.js';
import type { Writing } from './Writing.js';

export const insertOutcome = { kind: 'insert' } as const;

/** Inserts one document, given decoded or as the bytes that came. Bytes that need no change are stored as they are. */
export const insertDocument = (writing: Writing, namespace: string, given: Document | Buffer): undefined | Promise<void> => {
  const bytes = Buffer.isBuffer(given) ? given : undefined;
  if (bytes) checkSize(bytes.length);
  const decoded = bytes ? decodeDocument(bytes) : (given as Document);
  const document = newDocument(decoded, writing.request);
  if (!bytes) checkSize(encodedSize(document));
  return writing.each([document], (unit) => {
    ensureCollection(unit, namespace);
    validate(writing.request, unit, namespace, document);
    unit.insert(namespace, bytes && document === decoded ? bytes : document);
  });
};

const checkSize = (bytes: number): void => {
  if (bytes > maxDocumentBytes) fail('BadValue', `object to insert too large. size in bytes: ${bytes}, max size: ${maxDocumentBytes}`);
};
