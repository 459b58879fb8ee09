import type { Document, Value } from '../bson/values.js';

/** What one statement of a retryable write did: enough to answer the same statement again without doing it again. */
export type StatementOutcome =
  | { readonly kind: 'insert' }
  | { readonly kind: 'update'; readonly matched: number; readonly modified: number; readonly upsertedId: Value | undefined }
  | { readonly kind: 'delete'; readonly deleted: number }
  | { readonly kind: 'findAndModify'; readonly answer: Document };
