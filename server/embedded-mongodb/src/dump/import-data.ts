import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { open } from 'node:fs/promises';
import { decodeDocument } from '../bson/decode.js';
import type { Document } from '../bson/values.js';
import type { Store } from '../storage/Store.js';
import type { Unit } from '../storage/Unit.js';
import { ByteReader } from './ByteReader.js';
import type { DumpFormat } from './DumpFormat.js';
import type { DumpedCollection, DumpItem } from './DumpedCollection.js';
import { BadDump } from './DumpedCollection.js';
import { readArchive } from './read-archive.js';
import { readLines } from './read-lines.js';

export interface ImportCounts {
  readonly collections: number;
  readonly documents: number;
  /** Collections that belong to MongoDB itself, such as `admin.system.version`. */
  readonly leftOut: readonly string[];
}

const commitEveryBytes = 4 * 1024 * 1024;

/** Adds what a dump holds. None of its collections may be there already; what was added is taken away again where anything fails. */
export const importData = async (store: Store, file: string, format: DumpFormat): Promise<ImportCounts> => {
  const importing = new Import(store);
  try {
    for await (const item of await readDump(file, format)) await importing.take(item);
    await importing.finish();
  } catch (error) {
    await importing.undo();
    throw error;
  }
  return importing.counts;
};

const readDump = async (file: string, format: DumpFormat): Promise<AsyncGenerator<DumpItem>> => {
  const stream = (await isCompressed(file))
    ? createReadStream(file).pipe(createGunzip())
    : createReadStream(file, { highWaterMark: 1024 * 1024 });
  return format === 'archive' ? readArchive(new ByteReader(stream as AsyncIterable<Buffer>)) : readLines(linesOf(stream));
};

const linesOf = (stream: Readable): AsyncIterable<string> => createInterface({ input: stream, crlfDelay: Infinity });

const isCompressed = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
};

class Import {
  private unit: Unit;
  private uncommittedBytes = 0;
  private documents = 0;
  private readonly made = new Set<string>();
  private readonly leftOut = new Set<string>();

  constructor(private readonly store: Store) {
    this.unit = store.unit({ snapshot: false });
  }

  get counts(): ImportCounts {
    return { collections: this.made.size, documents: this.documents, leftOut: [...this.leftOut] };
  }

  async take(item: DumpItem): Promise<void> {
    if (item.kind === 'collection') return this.addCollection(item.collection);
    const namespace = `${item.database}.${item.collection}`;
    if (belongsToMongoDB(item)) return;
    if (!this.made.has(namespace)) throw new BadDump(`documents of ${namespace} come before its description`);
    const bytes = Buffer.from(item.bytes);
    decodeDocument(bytes);
    this.unit.insert(namespace, bytes);
    this.documents += 1;
    this.uncommittedBytes += bytes.length;
    if (this.uncommittedBytes >= commitEveryBytes) await this.finish();
  }

  async finish(): Promise<void> {
    await this.unit.commit();
    this.unit = this.store.unit({ snapshot: false });
    this.uncommittedBytes = 0;
  }

  async undo(): Promise<void> {
    this.unit.abort();
    this.unit = this.store.unit({ snapshot: false });
    for (const namespace of this.made) this.unit.dropCollection(namespace);
    await this.unit.commit();
  }

  private async addCollection(described: DumpedCollection): Promise<void> {
    const namespace = `${described.database}.${described.collection}`;
    if (belongsToMongoDB(described)) {
      this.leftOut.add(namespace);
      return;
    }
    if (this.unit.collection(namespace)) throw new BadDump(`${namespace} is there already`);
    await this.finish();
    this.made.add(namespace);
    this.unit.createCollection(namespace, described.options);
    const indexes = described.indexes.filter((index) => index.get('name') !== '_id_').map((index) => asGiven(index, described.options));
    if (indexes.length > 0) await this.unit.createIndexes(namespace, indexes);
    await this.finish();
  }
}

const belongsToMongoDB = ({ database, collection }: { readonly database: string; readonly collection: string }): boolean =>
  database === 'config' || database === 'local' || collection.startsWith('system.');

/** As it has to be given to be what it was. Old dumps name the collection in each index; an index that is listed without a collation has none. */
const asGiven = (index: Document, options: Document): Document => {
  const specification = new Map(index);
  specification.delete('ns');
  if (options.has('collation') && !index.has('collation')) specification.set('collation', new Map([['locale', 'simple']]));
  return specification;
};
