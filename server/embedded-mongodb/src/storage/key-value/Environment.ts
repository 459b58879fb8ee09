import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { open } from 'lmdb';
import type { RootDatabase, Transaction } from 'lmdb';
import type { Changes } from './Changes.js';
import { FileReserve } from './FileReserve.js';
import { RangeReader } from './RangeReader.js';
import type { Key, KeyRange } from './keys.js';

export interface Entry {
  readonly key: Key;
  readonly value: Buffer;
}

export interface Chunk {
  readonly entries: Entry[];
  /** Nothing more lies in the range. */
  readonly complete: boolean;
}

export interface ChunkOptions {
  readonly reverse: boolean;
  /** Without values each entry's value is empty. */
  readonly values: boolean;
  readonly limit: number;
}

/** A frozen state of the disk; it keeps old pages from being used again until it is released. */
export type ReadTransaction = Transaction;

/** LMDB tells the reason of a failed commit separately. */
const causeOf = async (failure: unknown): Promise<unknown> => {
  try {
    await (failure as { readonly commitError?: Promise<never> }).commitError;
    return failure;
  } catch (cause) {
    return cause;
  }
};

const maxChunkBytes = 1 << 20;
const keysBetweenMeasures = 500;
const leastFreeBytes = 1 << 20;

/** LMDB's types leave out that this reading, too, takes a transaction. */
interface ReadsWithin {
  getBinaryFast(key: Key, options: { readonly transaction: ReadTransaction }): Buffer | undefined;
}

interface Statistics {
  readonly lastPageNumber: number;
  readonly pageSize: number;
}
const noValue = Buffer.alloc(0);

/** Keys are written and read as byte strings, without a buffer for each. */
const keyEncoder = {
  writeKey: (key: Key, target: Buffer, position: number): number => position + target.write(key, position, 'latin1'),
  readKey: (source: Buffer, start: number, end: number): Key => source.toString('latin1', start, end),
};

/** The one LMDB database of a data directory: one ordered map from keys to bytes. */
export class Environment {
  readonly #database: RootDatabase<Buffer, Key>;
  readonly #file: string;
  #view: Buffer = Buffer.alloc(0);
  readonly #reserve: FileReserve;
  readonly #keys: RangeReader<Key>;
  readonly #entries: RangeReader<Entry>;
  /** The state that the last write has left. Without it LMDB sets a timer for whoever reads first, which costs more than the reading. */
  #newest: { readonly transaction: ReadTransaction } | undefined;
  #unmeasuredKeys = Infinity;
  #isBroken = false;

  private constructor(database: RootDatabase<Buffer, Key>, file: string) {
    this.#database = database;
    this.#file = file;
    this.#reserve = new FileReserve(file);
    this.#keys = RangeReader.ofKeys(database);
    this.#entries = RangeReader.ofEntries(database);
  }

  static open(file: string, options: { readOnly: boolean; memoryMapBytes: number | undefined }): Environment {
    return new Environment(
      open<Buffer, Key>({
        path: file,
        noSubdir: true,
        encoding: 'binary',
        keyEncoder,
        maxDbs: 1,
        maxReaders: 2048,
        // Groups are made here; LMDB's own grouping leaves promises behind whose failure nobody hears of.
        eventTurnBatching: false,
        readOnly: options.readOnly,
        ...(options.memoryMapBytes === undefined ? {} : { mapSize: options.memoryMapBytes }),
      }),
      file,
    );
  }

  get(key: Key, transaction?: ReadTransaction): Buffer | undefined {
    if (transaction) return this.#database.get(key, { transaction });
    // LMDB reads into one buffer again and again, whose length it alters; a copy by way of a plain view is the quickest.
    this.#newest ??= { transaction: this.#database.useReadTransaction() };
    const shared = (this.#database as ReadsWithin).getBinaryFast(key, this.#newest);
    if (!shared) return undefined;
    if (this.#view.buffer !== shared.buffer || this.#view.byteOffset !== shared.byteOffset)
      this.#view = Buffer.from(shared.buffer, shared.byteOffset, shared.buffer.byteLength - shared.byteOffset);
    const copy = Buffer.allocUnsafe(shared.length);
    this.#view.copy(copy, 0, 0, shared.length);
    return copy;
  }

  /** The first entries of a range, or the last when reading in reverse; fewer than `limit` where they are large. */
  read(range: KeyRange, options: ChunkOptions, transaction?: ReadTransaction): Chunk {
    const entries: Entry[] = [];
    const { limit, reverse } = options;
    if (!options.values) {
      const complete = this.#keys.read(range, reverse, transaction, (key) => entries.push({ key, value: noValue }) < limit);
      return { entries, complete };
    }
    let bytes = 0;
    const complete = this.#entries.read(range, reverse, transaction, (entry) => {
      bytes += entry.value.length;
      return entries.push(entry) < limit && bytes <= maxChunkBytes;
    });
    return { entries, complete };
  }

  count(range: KeyRange, transaction?: ReadTransaction): number {
    return this.#database.getKeysCount({ start: range.from, end: range.to, ...(transaction && { transaction }) });
  }

  /**
   * Writes everything in one atomic step; resolves when it is on the disk. To be called again only then. `isWaitedFor` has this thread wait for
   * the disk: where that is quick it takes less time than two further threads take to be woken, and nothing else can be done meanwhile.
   */
  async write(layers: readonly Changes[], { isWaitedFor }: { readonly isWaitedFor: boolean }): Promise<void> {
    await this.#keepReserve(layers);
    try {
      if (isWaitedFor) this.#database.transactionSync(() => this.#put(layers));
      else await this.#writeAside(layers);
    } catch (error) {
      this.#isBroken = true;
      const cause = await causeOf(error);
      throw this.#isDiskFull() ? new Error('the disk is full', { cause }) : cause;
    }
    this.#forgetNewest();
    this.#database.resetReadTxn();
  }

  async #writeAside(layers: readonly Changes[]): Promise<void> {
    const visible = this.#database.batch(() => this.#put(layers));
    const durable = new Promise<boolean>((resolve, reject) => {
      void this.#database.flushed.then(resolve, reject);
    });
    await visible;
    await durable;
  }

  #put(layers: readonly Changes[]): void {
    for (const changes of layers) {
      for (const [key, change] of changes) {
        if (change === null) void this.#database.remove(key);
        else void this.#database.put(key, change);
      }
    }
  }

  #forgetNewest(): void {
    this.#newest?.transaction.done();
    this.#newest = undefined;
  }

  /** Freezes the newest state for reading; `done()` on it lets go. */
  freeze(): ReadTransaction {
    return this.#database.useReadTransaction();
  }

  /** LMDB reports a full disk as any other failure. */
  #isDiskFull(): boolean {
    const { bavail, bsize } = statfsSync(dirname(this.#file));
    return bavail * bsize < leastFreeBytes;
  }

  async #keepReserve(layers: readonly Changes[]): Promise<void> {
    for (const changes of layers) this.#unmeasuredKeys += changes.size;
    if (this.#unmeasuredKeys < keysBetweenMeasures) return;
    this.#unmeasuredKeys = 0;
    const { lastPageNumber, pageSize } = this.#database.getStats() as Statistics;
    await this.#reserve.keep((lastPageNumber + 1) * pageSize);
  }

  async close(): Promise<void> {
    await this.#reserve.close();
    this.#forgetNewest();
    // After a failed write LMDB would wait for ever for that write; it lets go of the file when the process ends.
    if (!this.#isBroken) await this.#database.close();
  }
}
