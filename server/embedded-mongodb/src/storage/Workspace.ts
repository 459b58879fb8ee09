import type { Document } from '../bson/values.js';
import { fail } from '../errors.js';
import { databaseOf } from './catalogue/Catalogue.js';
import type { Catalogue } from './catalogue/Catalogue.js';
import { clockKey, countKey } from './catalogue/StoredCatalogue.js';
import type { Change } from './ChangeEvent.js';
import type { CollectionInfo } from './CollectionInfo.js';
import { DocumentLocked, writeConflict } from './errors.js';
import { Changes } from './key-value/Changes.js';
import type { FrozenSource } from './key-value/Commits.js';
import type { Entry } from './key-value/Environment.js';
import type { Key, KeyRange } from './key-value/keys.js';
import { scan } from './key-value/scan.js';
import type { ScanOptions, Source } from './key-value/scan.js';
import type { Shared } from './Shared.js';

/**
 * The keys of one unit: what is committed (now, or at the unit's start) with the unit's own changes above it, and the way back into the
 * committed state. With `snapshot` it is a transaction: the first to write a key has it until it ends.
 */
export class Workspace {
  readonly #shared: Shared;
  readonly #snapshot: FrozenSource | undefined;
  readonly #source: Source;
  readonly #catalogue: Catalogue | undefined;
  readonly #own = new Changes();
  readonly #collections = new Map<string, CollectionInfo | undefined>();
  /** The committed state of every collection that was written to or defined anew. */
  readonly #basis = new Map<string, CollectionInfo | undefined>();
  /** Keys that must not change under this unit, with what they held before it. */
  readonly #claims = new Map<Key, Buffer | undefined>();
  readonly #counts = new Map<Key, number>();
  readonly #garbage: Key[] = [];
  readonly #unfinished = new Map<Key, 'begun' | 'finished'>();
  readonly #changes: Change[] = [];
  #sessionRecord: { readonly session: string; readonly bytes: Buffer } | undefined;
  readonly startVersion: number;
  #claimVersion: number | undefined;
  #open = true;
  #ended: (() => void) | undefined;
  #whenEnded: Promise<void> | undefined;

  constructor(
    shared: Shared,
    readonly isTransaction: boolean,
    readonly origin: Document | undefined,
  ) {
    this.#shared = shared;
    this.#snapshot = isTransaction ? shared.commits.freeze() : undefined;
    this.#source = this.#snapshot ?? shared.commits;
    this.#catalogue = isTransaction ? shared.catalogue : undefined;
    this.startVersion = shared.commits.version;
    if (isTransaction) shared.conflicts.begin(this);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  get shared(): Shared {
    return this.#shared;
  }

  get hasChanges(): boolean {
    return this.#own.size > 0 || this.#collections.size > 0;
  }

  get ended(): Promise<void> {
    this.#whenEnded ??= this.#open
      ? new Promise((resolve) => {
          this.#ended = resolve;
        })
      : Promise.resolve();
    return this.#whenEnded;
  }

  get(key: Key): Buffer | undefined {
    this.checkOpen();
    if (this.#own.size > 0) {
      const change = this.#own.get(key);
      if (change !== undefined) return change ?? undefined;
    }
    return this.#source.get(key);
  }

  scan(range: KeyRange, options: ScanOptions): Generator<Entry> {
    this.checkOpen();
    return scan(this.#source, this.#own, range, options);
  }

  /** The number of keys in a range. */
  countKeys(range: KeyRange): number {
    const prefix = range.from.slice(0, 4);
    const touched = this.#own.table(prefix) ?? this.#source.layers.some((layer) => layer.table(prefix));
    return touched ? this.countKeysUpTo(Infinity, range) : this.#source.count(range);
  }

  /** The number of keys in a range, counted no further than `most`. */
  countKeysUpTo(most: number, range: KeyRange): number {
    let count = 0;
    for (const _ of this.scan(range, { reverse: false, values: false, expected: most })) {
      count += 1;
      if (count >= most) break;
    }
    return count;
  }

  collection(namespace: string): CollectionInfo | undefined {
    if (this.#collections.size > 0 && this.#collections.has(namespace)) return this.#collections.get(namespace);
    return (this.#catalogue ?? this.#shared.catalogue).get(namespace);
  }

  collections(database: string): CollectionInfo[] {
    const found = new Map((this.#catalogue ?? this.#shared.catalogue).of(database).map((info) => [info.namespace, info]));
    for (const [namespace, info] of this.#collections) {
      if (databaseOf(namespace) !== database) continue;
      if (info) found.set(namespace, info);
      else found.delete(namespace);
    }
    return [...found.values()];
  }

  /** Puts a new or changed collection into the catalogue; `undefined` takes it out. */
  define(namespace: string, info: CollectionInfo | undefined): void {
    this.rely(namespace);
    this.#collections.set(namespace, info);
  }

  /** From now on the unit fails when somebody else changes the definition of this collection. */
  rely(namespace: string): void {
    this.#checkWritable();
    if (!this.#basis.has(namespace)) this.#basis.set(namespace, (this.#catalogue ?? this.#shared.catalogue).get(namespace));
  }

  /** Nobody can reach the table's entries after this unit. */
  discardTable(prefix: Key): void {
    this.#garbage.push(prefix);
  }

  /** The table's entries count as garbage from the commit that has 'begun' to fill it to the commit with which it is 'finished'. */
  markTable(prefix: Key, state: 'begun' | 'finished'): void {
    this.#unfinished.set(prefix, state);
  }

  /** Takes a key for writing and returns what it holds. Throws where another was first. */
  claim(key: Key): Buffer | undefined {
    const present = this.get(key);
    this.#claim(key, present);
    return present;
  }

  /** Takes a key for writing that holds nothing, as the caller has just seen. */
  claimEmpty(key: Key): void {
    this.#claim(key, undefined);
  }

  #claim(key: Key, present: Buffer | undefined): void {
    if (this.#claims.has(key)) return;
    const { conflicts, commits } = this.#shared;
    if (!conflicts.none) {
      const holder = conflicts.holder(key);
      if (holder && holder !== this) throw this.isTransaction ? writeConflict(true) : new DocumentLocked(holder.ended);
      if (this.isTransaction) {
        if (conflicts.changedSince(key, this.startVersion)) throw writeConflict(true);
        conflicts.hold(key, this);
      }
    }
    this.#claimVersion ??= commits.version;
    this.#claims.set(key, present);
  }

  set(key: Key, value: Buffer | null): void {
    this.#own.set(key, value);
  }

  /** How many records a table holds, as this unit sees it. */
  count(prefix: Key): number {
    return storedCount(this.get(countKey(prefix))) + (this.#counts.get(prefix) ?? 0);
  }

  addToCount(prefix: Key, difference: number): void {
    this.#counts.set(prefix, (this.#counts.get(prefix) ?? 0) + difference);
  }

  noteChange(change: Change): void {
    if (this.#shared.hasListeners) this.#changes.push(change);
  }

  /** What a session has done becomes durable with the rest. */
  keepSessionRecord(session: string, bytes: Buffer): void {
    this.#sessionRecord = { session, bytes };
  }

  /** Makes the unit's changes the newest state; resolves when they are on the disk. */
  commit(): Promise<void> {
    this.checkOpen();
    try {
      if (!this.hasChanges) return Promise.resolve();
      this.#checkWritable();
      this.#checkNobodyElse();
      return this.#publish();
    } finally {
      this.#end();
    }
  }

  abort(): void {
    if (this.#open) this.#end();
  }

  checkOpen(): void {
    if (!this.#open) fail('NoSuchTransaction', 'The unit of work has ended.');
  }

  #checkWritable(): void {
    if (this.#shared.readOnly) fail('IllegalOperation', 'embedded server: the data was opened for reading only');
    this.#shared.commits.failIfBroken();
  }

  #checkNobodyElse(): void {
    const { catalogue, commits, conflicts } = this.#shared;
    for (const [namespace, info] of this.#basis) if (catalogue.get(namespace) !== info) throw writeConflict(this.isTransaction);
    // The keys of a transaction are held; a single operation usually commits in the same turn in which it has read.
    if (this.isTransaction || this.#claimVersion === undefined || (this.#claimVersion === commits.version && conflicts.none)) return;
    for (const [key, before] of this.#claims) {
      const holder = conflicts.holder(key);
      if (holder) throw new DocumentLocked(holder.ended);
      if (!sameBytes(commits.get(key), before)) throw writeConflict(false);
    }
  }

  #publish(): Promise<void> {
    const shared = this.#shared;
    const { commits, clock, storedCatalogue } = shared;
    this.#noteNewArrays();
    if (this.#collections.size > 0) {
      shared.catalogue = shared.catalogue.with(this.#collections);
      storedCatalogue.record(this.#collections, this.#own);
    }
    for (const [prefix, difference] of this.#counts) {
      if (difference !== 0) this.#own.set(countKey(prefix), countBytes(storedCount(commits.get(countKey(prefix))) + difference));
    }
    for (const [prefix, state] of this.#unfinished) {
      if (state === 'begun') storedCatalogue.recordUnfinished(prefix, this.#own);
      else storedCatalogue.recordFinished(prefix, this.#own);
    }
    for (const prefix of this.#garbage) storedCatalogue.recordGarbage(prefix, this.#own);
    if (this.#sessionRecord) shared.sessionJournal.keep(this.#sessionRecord.session, this.#sessionRecord.bytes, this.#own, commits.group);
    const clusterTime = clock.advance();
    this.#own.set(clockKey, clock.bytes);
    const changes = this.#changes;
    const durable = commits.add(
      this.#own,
      changes.length === 0 ? undefined : () => shared.announce({ clusterTime, changes, origin: this.origin }),
    );
    shared.conflicts.noteCommitted(this.#claims.keys(), commits.version);
    if (this.#garbage.length > 0) shared.tidyUp();
    return durable;
  }

  /** An index that has met its first array has to be stored again. */
  #noteNewArrays(): void {
    for (const namespace of this.#basis.keys()) {
      const info = this.collection(namespace);
      if (!info?.indexes.some((index) => index.multikey.needsSaving)) continue;
      this.#collections.set(namespace, info);
      for (const index of info.indexes) index.multikey.needsSaving = false;
    }
  }

  #end(): void {
    this.#open = false;
    if (this.isTransaction) this.#shared.conflicts.end(this, this.#claims.keys());
    this.#snapshot?.release();
    this.#ended?.();
  }
}

const storedCount = (bytes: Buffer | undefined): number => (bytes ? bytes.readDoubleBE(0) : 0);

const countBytes = (count: number): Buffer => {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeDoubleBE(count, 0);
  return bytes;
};

const sameBytes = (a: Buffer | undefined, b: Buffer | undefined): boolean => (a && b ? a.equals(b) : a === b);
