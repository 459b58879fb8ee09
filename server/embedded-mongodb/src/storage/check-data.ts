import { join } from 'node:path';
import { decodeDocument } from '../bson/decode.js';
import { displayValue } from '../bson/display.js';
import { StoredCatalogue, countKey } from './catalogue/StoredCatalogue.js';
import type { CollectionInfo, IndexInfo } from './CollectionInfo.js';
import { checkFormatVersion } from './directory/format-version.js';
import { lockDirectory } from './directory/lock-directory.js';
import { verifyPages } from './directory/verify-pages.js';
import { entryKey, indexKeysOf, recordIdBytes, recordIdOfEntry } from './indexes/index-entries.js';
import { Commits } from './key-value/Commits.js';
import { Environment } from './key-value/Environment.js';
import { decodeRecordId, prefixLength, recordKey, tablePrefix, tableRange } from './key-value/keys.js';
import { scan } from './key-value/scan.js';
import type { Source } from './key-value/scan.js';

export interface CheckReport {
  readonly collections: number;
  readonly documents: number;
  readonly indexEntries: number;
  /** What is wrong, in words; empty when all is well. */
  readonly problems: readonly string[];
}

const mostProblems = 1_000;
const forward = { reverse: false, values: true } as const;

/** Verifies the data in a directory that no server has open: every page, every document, and every index against its documents in both directions. */
export const checkData = async (directory: string): Promise<CheckReport> => {
  const unlock = lockDirectory(directory);
  let environment: Environment | undefined;
  try {
    const file = join(directory, 'data.mdb');
    checkFormatVersion(directory, file, true);
    verifyPages(file, 'all');
    environment = Environment.open(file, { readOnly: true, memoryMapBytes: undefined });
    return new Checker(new Commits(environment)).report();
  } catch (error) {
    return { collections: 0, documents: 0, indexEntries: 0, problems: [error instanceof Error ? error.message : String(error)] };
  } finally {
    await environment?.close();
    unlock();
  }
};

class Checker {
  readonly #source: Source;
  readonly #problems: string[] = [];
  #documents = 0;
  #entries = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  report(): CheckReport {
    const catalogue = new StoredCatalogue();
    const collections = [...catalogue.load(this.#source).all()];
    const known = new Set([tablePrefix(0), ...catalogue.garbage]);
    for (const collection of collections) {
      known.add(collection.prefix);
      for (const index of collection.indexes) known.add(index.prefix);
      this.#checkCollection(collection);
    }
    this.#checkTables(known);
    return { collections: collections.length, documents: this.#documents, indexEntries: this.#entries, problems: this.#problems };
  }

  #problem(collection: CollectionInfo, what: string): void {
    if (this.#problems.length < mostProblems) this.#problems.push(`${collection.namespace}: ${what}`);
  }

  #checkCollection(collection: CollectionInfo): void {
    const expected = new Map(collection.indexes.map((index) => [index, 0]));
    let documents = 0;
    for (const { key, value } of scan(this.#source, undefined, tableRange(collection.prefix), forward)) {
      documents += 1;
      this.#checkDocument(collection, decodeRecordId(key, prefixLength), value, expected);
    }
    this.#documents += documents;
    const counted = this.#source.get(countKey(collection.prefix))?.readDoubleBE(0) ?? 0;
    if (counted !== documents) this.#problem(collection, `${documents} documents are there, but ${counted} were counted`);
    for (const index of collection.indexes) this.#checkIndex(collection, index, expected.get(index) ?? 0);
  }

  #checkDocument(collection: CollectionInfo, recordId: number, bytes: Buffer, expected: Map<IndexInfo, number>): void {
    try {
      const document = decodeDocument(bytes);
      for (const index of collection.indexes) {
        for (const key of indexKeysOf(index, document)) {
          expected.set(index, (expected.get(index) ?? 0) + 1);
          const entry = this.#source.get(entryKey(index, key, recordId));
          if (!entry)
            this.#problem(
              collection,
              `index ${index.name} does not know the document with _id ${displayValue(document.get('_id'))} (record ${recordId})`,
            );
          else if (index.unique && !entry.equals(recordIdBytes(recordId)))
            this.#problem(
              collection,
              `index ${index.name} leads from the key of _id ${displayValue(document.get('_id'))} to another document`,
            );
        }
        if (index.multikey.needsSaving) {
          index.multikey.needsSaving = false;
          this.#problem(collection, `index ${index.name} does not know that documents hold arrays`);
        }
      }
    } catch (error) {
      this.#problem(collection, `record ${recordId} is damaged: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #checkIndex(collection: CollectionInfo, index: IndexInfo, expected: number): void {
    let entries = 0;
    for (const { key, value } of scan(this.#source, undefined, tableRange(index.prefix), forward)) {
      entries += 1;
      const recordId = recordIdOfEntry(index, key, value);
      const bytes = this.#source.get(recordKey(collection.prefix, recordId));
      if (!bytes) this.#problem(collection, `index ${index.name} leads to record ${recordId}, which is not there`);
      else if (!this.#hasKey(index, bytes, key, recordId))
        this.#problem(collection, `index ${index.name} holds a key of record ${recordId} that the document does not have`);
    }
    this.#entries += entries;
    if (entries !== expected) this.#problem(collection, `index ${index.name} has ${entries} entries, its documents have ${expected} keys`);
  }

  #hasKey(index: IndexInfo, bytes: Buffer, entry: string, recordId: number): boolean {
    try {
      return indexKeysOf(index, decodeDocument(bytes)).some((key) => entryKey(index, key, recordId) === entry);
    } catch {
      // The document itself was already found damaged.
      return true;
    }
  }

  /** Every key belongs to a table that somebody knows. */
  #checkTables(known: ReadonlySet<string>): void {
    let from = tablePrefix(0);
    for (;;) {
      const [next] = this.#source.read({ from, to: tablePrefix(0xffff_ffff) }, { reverse: false, values: false, limit: 1 }).entries;
      if (!next) return;
      const prefix = next.key.slice(0, prefixLength);
      if (!known.has(prefix))
        this.#problems.push(`there are keys that belong to no collection (table ${Buffer.from(prefix, 'latin1').readUInt32BE(0)})`);
      from = tableRange(prefix).to;
    }
  }
}
