import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { serverVersion } from '../commands/buildInfo.js';
import type { Store } from '../storage/Store.js';
import type { DumpFormat } from './DumpFormat.js';
import type { DumpedCollection, DumpSource } from './DumpedCollection.js';
import { writeArchive } from './write-archive.js';
import { writeLines } from './write-lines.js';

export interface ExportCounts {
  readonly collections: number;
  readonly documents: number;
}

/** Writes everything that the store holds into one file; the file appears under its name only when it is whole and on the disk. */
export const exportData = async (store: Store, file: string, format: DumpFormat): Promise<ExportCounts> => {
  const source = new StoreSource(store);
  const pieces = format === 'archive' ? writeArchive(source, serverVersion) : writeLines(source);
  const partial = `${file}.partial`;
  try {
    await pipeline(Readable.from(pieces, { objectMode: true }), createWriteStream(partial));
    await flush(partial);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { collections: source.collections.length, documents: source.documentsGiven };
};

const flush = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
};

class StoreSource implements DumpSource {
  readonly collections: readonly DumpedCollection[];
  documentsGiven = 0;

  constructor(private readonly store: Store) {
    this.collections = store.listDatabases().flatMap((database) =>
      store.listCollections(database).map((info) => ({
        database,
        collection: info.namespace.slice(database.length + 1),
        options: info.options,
        indexes: info.indexes.map((index) => index.specification),
      })),
    );
  }

  *documents({ database, collection }: DumpedCollection): Iterable<Buffer> {
    const unit = this.store.unit({ snapshot: false });
    for (const stored of unit.find(`${database}.${collection}`, { filter: new Map() })) {
      this.documentsGiven += 1;
      yield stored.bytes;
    }
  }
}
