import type { Document, Value } from '../bson/values.js';

/** What a match tells besides yes or no. */
export interface MatchDetails {
  arrayIndex: number | undefined;
}

/** Tests a document; `details` takes the place in the array that decided. */
export type DocumentTest = (document: Document, details?: MatchDetails) => boolean;

/** Tests one value that a path reached; `undefined` is a missing one. */
export type ValueTest = (value: Value | undefined, details?: MatchDetails) => boolean;
