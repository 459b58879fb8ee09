import type { Document } from '../../bson/values.js';
import { decodeDocument } from '../../bson/decode.js';
import { MongoError, errorCodes, fail } from '../../errors.js';
import { maxWriteBatch } from '../../wire/limits.js';
import { documentsArgument } from '../arguments.js';
import type { Request } from '../Request.js';

type Batch = readonly (Document | Buffer)[];

/** The documents of a batch, from beside the body or from within it; the former are not decoded yet. */
export const batchOf = (request: Request, name: string): Batch => severalBatches(request, [name])[name] ?? [];

/** The same for a command with more than one. */
export const severalBatches = <Name extends string>(request: Request, names: readonly Name[]): Partial<Record<Name, Batch>> => {
  for (const given of request.sequences.keys())
    if (!names.some((name) => name === given))
      throw new MongoError(errorCodes.IDLUnknownField, `BSON field '${request.name}.${given}' is an unknown field.`);
  const batches: Partial<Record<Name, Batch>> = {};
  for (const name of names) {
    const batch = request.sequences.get(name) ?? documentsArgument(request.body, name);
    if (!batch) throw new MongoError(40414, `BSON field '${request.name}.${name}' is missing but a required field`, 'IDLFailedToParse');
    if (batch.length === 0 || batch.length > maxWriteBatch)
      fail('InvalidLength', `Write batch sizes must be between 1 and ${maxWriteBatch}. Got ${batch.length} operations.`);
    batches[name] = batch;
  }
  return batches;
};

export const decoded = (given: Document | Buffer): Document => (Buffer.isBuffer(given) ? decodeDocument(given) : given);
