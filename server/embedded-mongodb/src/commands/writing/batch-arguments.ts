import type { Document } from '../../bson/values.js';
import { decodeDocument } from '../../bson/decode.js';
import { MongoError, errorCodes, fail } from '../../errors.js';
import { maxWriteBatch } from '../../wire/limits.js';
import { documentsArgument } from '../arguments.js';
import type { Request } from '../Request.js';

/** The documents of a batch, from beside the body or from within it; the former are not decoded yet. */
export const batchOf = (request: Request, name: string): readonly (Document | Buffer)[] => {
  const batch = request.sequences.get(name) ?? documentsArgument(request.body, name);
  if (!batch) throw new MongoError(40414, `BSON field '${request.name}.${name}' is missing but a required field`);
  for (const given of request.sequences.keys())
    if (given !== name) throw new MongoError(errorCodes.IDLUnknownField, `BSON field '${request.name}.${given}' is an unknown field.`);
  if (batch.length === 0 || batch.length > maxWriteBatch)
    fail('InvalidLength', `Write batch sizes must be between 1 and ${maxWriteBatch}. Got ${batch.length} operations.`);
  return batch;
};

export const decoded = (given: Document | Buffer): Document => (Buffer.isBuffer(given) ? decodeDocument(given) : given);
