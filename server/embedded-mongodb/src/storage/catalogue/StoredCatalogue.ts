import type { Document, Value } from '../../bson/values.js';
import type { CollectionInfo } from '../CollectionInfo.js';
import type { Changes } from '../key-value/Changes.js';
import { tablePrefix, tableRange } from '../key-value/keys.js';
import type { Key } from '../key-value/keys.js';
import { scan } from '../key-value/scan.js';
import type { Source } from '../key-value/scan.js';
import { Catalogue } from './Catalogue.js';
import { checksumOf, collectionOfRecord, collectionRecord, sealed, unsealed } from './collection-record.js';

/** Table 0 holds what the store knows about itself. */
const self = tablePrefix(0);
const headerKey = `${self}h`;
export const clockKey = `${self}t`;
const collectionKeys = `${self}c`;
const garbageKeys = `${self}g`;
export const countKey = (prefix: Key): Key => `${self}n${prefix}`;
const collectionKey = (namespace: string): Key => collectionKeys + Buffer.from(namespace, 'utf8').toString('latin1');

/** The catalogue as it lies on the disk: one record for each collection, and a header that vouches for all of them. */
export class StoredCatalogue {
  #nextTable = 1;
  /** By namespace. */
  readonly #checksums = new Map<string, number>();
  /** Tables whose entries nobody can reach any more and that are still to be removed. */
  readonly garbage = new Set<Key>();

  /** Reads the catalogue; throws where it is damaged. */
  load(source: Source): Catalogue {
    const collections = new Map<string, CollectionInfo>();
    for (const { key, value } of scan(source, undefined, tableRange(self), { reverse: false, values: true })) {
      if (key.startsWith(collectionKeys)) {
        const namespace = Buffer.from(key.slice(collectionKeys.length), 'latin1').toString('utf8');
        collections.set(namespace, collectionOfRecord(value, namespace));
        this.#checksums.set(namespace, checksumOf(value));
      } else if (key.startsWith(garbageKeys)) this.garbage.add(key.slice(garbageKeys.length));
    }
    const header = source.get(headerKey);
    if (!header) {
      if (collections.size > 0) throw new Error('the header of the catalogue is missing');
      return Catalogue.empty;
    }
    this.#verify(unsealed(header, 'the catalogue'));
    return new Catalogue(collections);
  }

  #verify(header: Document): void {
    const nextTable = header.get('nextTable');
    if (typeof nextTable !== 'number') throw new Error('the header of the catalogue is not understood');
    this.#nextTable = nextTable;
    if (header.get('collections') !== this.#checksums.size || header.get('checksum') !== this.#checksum())
      throw new Error(
        `the catalogue does not agree with its header: ${this.#checksums.size} collections are there, ${String(header.get('collections'))} should be`,
      );
  }

  /** A prefix that no table has had before. */
  newPrefix(): Key {
    const prefix = tablePrefix(this.#nextTable);
    this.#nextTable += 1;
    return prefix;
  }

  /** Writes down the given collections (`undefined`: gone) and what the header says of the whole. */
  record(changed: ReadonlyMap<string, CollectionInfo | undefined>, into: Changes): void {
    for (const [namespace, info] of changed) {
      const record = info ? collectionRecord(info) : null;
      into.set(collectionKey(namespace), record);
      if (record) this.#checksums.set(namespace, checksumOf(record));
      else this.#checksums.delete(namespace);
    }
    into.set(headerKey, sealed(this.#header()));
  }

  /** From this commit on nothing refers to the table. */
  recordGarbage(prefix: Key, into: Changes): void {
    into.set(garbageKeys + prefix, Buffer.alloc(0));
    into.set(countKey(prefix), null);
    this.garbage.add(prefix);
  }

  /** The table is being filled and counts as garbage until `recordFinished`, should the process end before that. */
  recordUnfinished(prefix: Key, into: Changes): void {
    into.set(garbageKeys + prefix, Buffer.alloc(0));
  }

  recordFinished(prefix: Key, into: Changes): void {
    into.set(garbageKeys + prefix, null);
  }

  /** Nothing is left of the table. */
  recordCleared(prefix: Key, into: Changes): void {
    into.set(garbageKeys + prefix, null);
    this.garbage.delete(prefix);
  }

  #header(): Document {
    return new Map<string, Value>([
      ['nextTable', this.#nextTable],
      ['collections', this.#checksums.size],
      ['checksum', this.#checksum()],
    ]);
  }

  #checksum(): number {
    let checksum = 0;
    for (const one of this.#checksums.values()) checksum ^= one;
    return checksum >>> 0;
  }
}
