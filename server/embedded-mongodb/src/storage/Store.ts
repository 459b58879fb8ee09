import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Timestamp } from '../bson/values.js';
import { StoredCatalogue, clockKey } from './catalogue/StoredCatalogue.js';
import type { Commit } from './ChangeEvent.js';
import { ClusterClock } from './ClusterClock.js';
import type { CollectionInfo } from './CollectionInfo.js';
import { Conflicts } from './Conflicts.js';
import { checkFormatVersion } from './directory/format-version.js';
import { lockDirectory } from './directory/lock-directory.js';
import { verifyPages } from './directory/verify-pages.js';
import { removeExpired } from './indexes/remove-expired.js';
import { Changes } from './key-value/Changes.js';
import { Commits } from './key-value/Commits.js';
import { Environment } from './key-value/Environment.js';
import { decodeRecordId, prefixLength, tableRange } from './key-value/keys.js';
import type { Key } from './key-value/keys.js';
import { scan } from './key-value/scan.js';
import { SessionJournal } from './SessionJournal.js';
import type { Shared } from './Shared.js';
import { TableCleaner } from './TableCleaner.js';
import { Unit } from './Unit.js';
import type { UnitOptions } from './Unit.js';
import type { Workspace } from './Workspace.js';

export interface StoreOptions {
  /** Made where it is missing. */
  readonly directory: string;
  readonly readOnly?: boolean | undefined;
  /** Address space for the data file at the start; it grows by itself. */
  readonly memoryMapBytes?: number | undefined;
}

/** All databases of one data directory. */
export class Store {
  readonly #environment: Environment;
  readonly #unlock: () => void;
  readonly #commits: Commits;
  readonly #shared: Shared;
  readonly #clock: ClusterClock;
  readonly #cleaner: TableCleaner;
  readonly #listeners = new Set<(commit: Commit) => void>();
  readonly #nextRecordIds = new Map<Key, number>();

  private constructor(environment: Environment, unlock: () => void, readOnly: boolean) {
    this.#environment = environment;
    this.#unlock = unlock;
    this.#commits = new Commits(environment);
    this.#clock = new ClusterClock(this.#commits.get(clockKey));
    const storedCatalogue = new StoredCatalogue();
    const listeners = this.#listeners;
    this.#shared = {
      readOnly,
      commits: this.#commits,
      conflicts: new Conflicts<Workspace>(),
      clock: this.#clock,
      storedCatalogue,
      sessionJournal: new SessionJournal(this.#commits),
      catalogue: storedCatalogue.load(this.#commits),
      get hasListeners() {
        return listeners.size > 0;
      },
      announce: (commit) => {
        for (const listener of listeners) listener(commit);
      },
      nextRecordId: (prefix) => this.#nextRecordId(prefix),
      tidyUp: () => this.#cleaner.start(),
    };
    this.#cleaner = new TableCleaner(this.#commits, storedCatalogue);
    if (!readOnly) this.#cleaner.start();
  }

  /** Rejects, saying why, where another process has the directory, where its data is damaged, or was written by a newer version. */
  static async open(options: StoreOptions): Promise<Store> {
    const { directory, readOnly = false, memoryMapBytes } = options;
    mkdirSync(directory, { recursive: true });
    const unlock = lockDirectory(directory);
    let environment: Environment | undefined;
    try {
      const file = join(directory, 'data.mdb');
      checkFormatVersion(directory, file, readOnly);
      verifyPages(file, 'few');
      environment = Environment.open(file, { readOnly, memoryMapBytes });
      return new Store(environment, unlock, readOnly);
    } catch (error) {
      await environment?.close();
      unlock();
      throw new Error(
        `embedded MongoDB: the data in ${directory} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    }
  }

  /** Time of the newest commit. */
  get lastCommit(): Timestamp {
    return this.#clock.time;
  }

  /** Hears of every commit once it is on the disk, in order; returns how to stop. */
  onCommit(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  unit(options: UnitOptions): Unit {
    return new Unit(this.#shared, options);
  }

  listDatabases(): string[] {
    return this.#shared.catalogue.databases();
  }

  listCollections(database: string): readonly CollectionInfo[] {
    return this.#shared.catalogue.of(database);
  }

  /** Removes what the expireAfterSeconds of indexes gives up by `now`; resolves with how many documents that were. To be called every minute. */
  removeExpired(now = new Date()): Promise<number> {
    return removeExpired(this.#shared, now);
  }

  /** What a unit kept of a session. */
  sessionRecord(session: string): Buffer | undefined {
    return this.#shared.sessionJournal.get(session);
  }

  /** Forgets what was kept of sessions that have not written for half an hour. To be called every minute. */
  async forgetSessions(): Promise<void> {
    const changes = new Changes();
    this.#shared.sessionJournal.forget(changes);
    if (changes.size > 0) await this.#commits.add(changes);
  }

  /** Resolves when everything committed so far is on the disk and dropped collections have left it. */
  async settled(): Promise<void> {
    await this.#cleaner.finished();
    await this.#commits.settled();
  }

  /** Waits for what was committed, closes the files and gives the directory back. */
  async close(): Promise<void> {
    await this.#cleaner.stop();
    await this.#commits.settled();
    await this.#environment.close();
    this.#unlock();
  }

  #nextRecordId(prefix: Key): number {
    let next = this.#nextRecordIds.get(prefix);
    if (next === undefined) {
      const [last] = scan(this.#commits, undefined, tableRange(prefix), { reverse: true, values: false, expected: 1 });
      next = last ? decodeRecordId(last.key, prefixLength) + 1 : 1;
    }
    this.#nextRecordIds.set(prefix, next + 1);
    return next;
  }
}
