import type { Document } from '../bson/values.js';
import type { GeoKind } from '../geo/index-values.js';
import type { Filter } from '../query/filter.js';
import type { Key } from './key-value/keys.js';

export interface IndexInfo {
  readonly name: string;
  /** As given: path to 1 or -1. */
  readonly key: Document;
  /** As `listIndexes` shows it: v, key, name, unique, sparse, partialFilterExpression, expireAfterSeconds. */
  readonly specification: Document;
  readonly fields: readonly string[];
  readonly descending: readonly boolean[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilter: Filter | undefined;
  readonly expireAfterSeconds: number | undefined;
  /** Queries do not use it. */
  readonly hidden: boolean;
  /** An index of places: it checks what documents hold there, and has no keys. */
  readonly geo: GeoIndex | undefined;
  /** What every key of this index begins with. */
  readonly prefix: Key;
  readonly multikey: Multikey;
}

export interface GeoIndex {
  readonly kinds: ReadonlyMap<string, GeoKind>;
  /** What a 2d index takes. */
  readonly bounds: { readonly min: number; readonly max: number };
}

export interface CollectionInfo {
  /** `database.collection`. */
  readonly namespace: string;
  /** The 16 bytes of the collection's UUID. */
  readonly id: Buffer;
  /** As `listCollections` shows it. */
  readonly options: Document;
  /** The first is always `_id_`. */
  readonly indexes: readonly IndexInfo[];
  /** Indexes that are being filled: every write keeps them too, no query uses them, and they are not stored. */
  readonly unfinished: readonly IndexInfo[];
  /** What every record's key begins with. */
  readonly prefix: Key;
}

/**
 * For each field of an index: whether some document holds an array on its path. Once true it stays true, even when the unit that
 * met the array is given up: a planner that expects arrays is only slower. It is shared by every state of the catalogue.
 */
export class Multikey {
  /** Some flag is not yet in the stored catalogue. */
  needsSaving = false;
  readonly #fields: boolean[];

  constructor(fields: readonly boolean[]) {
    this.#fields = [...fields];
  }

  get fields(): readonly boolean[] {
    return this.#fields;
  }

  get any(): boolean {
    return this.#fields.includes(true);
  }

  note(met: readonly boolean[]): void {
    met.forEach((isArray, place) => {
      if (!isArray || this.#fields[place]) return;
      this.#fields[place] = true;
      this.needsSaving = true;
    });
  }
}
