import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Timestamp } from '../bson/values.js';
import { Catalogue } from './catalogue/Catalogue.js';
import { StoredCatalogue, clockKey } from './catalogue/StoredCatalogue.js';
import type { Commit } from './ChangeEvent.js';
import { ClusterClock } from './ClusterClock.js';
import type { CollectionInfo } from './CollectionInfo.js';
import { Conflicts } from './Conflicts.js';
import { Commits } from './key-value/Commits.js';
import { Environment } from './key-value/Environment.js';
import { decodeRecordId, prefixLength, tableRange } from './key-value/keys.js';
import type { Key } from './key-value/keys.js';
import { scan } from './key-value/scan.js';
import type { Shared } from './Shared.js';
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

export const dataFile = (directory: string): string => join(directory, 'data.mdb');

/** All databases of one data directory. */
export class Store {
  readonly #environment: Environment;
  readonly #commits: Commits;
  readonly #shared: Shared;
  readonly #clock: ClusterClock;
  readonly #listeners = new Set<(commit: Commit) => void>();
  readonly #nextRecordIds = new Map<Key, number>();

  private constructor(environment: Environment, readOnly: boolean) {
    this.#environment = environment;
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
      catalogue: storedCatalogue.load(this.#commits),
      get hasListeners() {
        return listeners.size > 0;
      },
      announce: (commit) => {
        for (const listener of listeners) listener(commit);
      },
      nextRecordId: (prefix) => this.#nextRecordId(prefix),
      tidyUp: () => undefined,
    };
  }

  static async open(options: StoreOptions): Promise<Store> {
    mkdirSync(options.directory, { recursive: true });
    const readOnly = options.readOnly ?? false;
    const environment = Environment.open(dataFile(options.directory), { readOnly, memoryMapBytes: options.memoryMapBytes });
    return new Store(environment, readOnly);
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

  /** Waits for what was committed and closes the files. */
  async close(): Promise<void> {
    await this.#commits.settled();
    await this.#environment.close();
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
