import type { Document, Value } from './values.js';

/** The values at a dotted path, through arrays as filters see them; arrays at the end of the path are not expanded. `undefined` stands for missing. */
export const valuesAt = (_document: Document, _path: string): (Value | undefined)[] => [];

export interface IndexKeyValues {
  /** One entry for each key of the index, one value for each field; missing is `undefined`. */
  readonly keys: (Value | undefined)[][];
  /** For each field: whether an array stood on its path. */
  readonly multikeyPaths: boolean[];
}

/** The keys of a document in an index on `fields`. Two arrays side by side are a MongoError 171 CannotIndexParallelArrays. */
export const indexKeyValues = (_document: Document, fields: readonly string[]): IndexKeyValues => ({ keys: [], multikeyPaths: fields.map(() => false) });
