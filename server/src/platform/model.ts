import type { Model, Schema } from 'mongoose';
import mongoose from 'mongoose';

/** Gives documents the name of their GraphQL type, so that unions need no resolver code; `lean` answers get it too, with `id`. */
function nameGraphQLType(schema: Schema, name: string): void {
  schema.virtual('__typename').get(() => name);
  schema.post(/^find/, function (this: { mongooseOptions(): { lean?: unknown } }, found: unknown) {
    if (!this.mongooseOptions().lean) return;
    for (const document of Array.isArray(found) ? found : [found]) nameLeanDocument(document, name);
  });
}

function nameLeanDocument(document: unknown, name: string): void {
  if (typeof document !== 'object' || document === null) return;
  // Not enumerable, so that a copy written back never stores them.
  Object.defineProperty(document, '__typename', { value: name });
  if ('_id' in document && !('id' in document)) Object.defineProperty(document, 'id', { value: String(document._id) });
}

/** Makes the Mongoose model of a GraphQL type of the same name: strict, with `createdAt` and `updatedAt`. */
export function model<T>(name: string, schema: Schema<T>): Model<T> {
  schema.set('strict', 'throw');
  schema.set('strictQuery', 'throw');
  schema.set('timestamps', true);
  schema.set('autoIndex', false);
  schema.set('autoCreate', false);
  nameGraphQLType(schema as unknown as Schema, name);
  return mongoose.model<T>(name, schema);
}
