import type { StoredCatalogue } from './catalogue/StoredCatalogue.js';
import { Changes } from './key-value/Changes.js';
import type { Commits } from './key-value/Commits.js';
import { tableRange } from './key-value/keys.js';
import type { Key } from './key-value/keys.js';

const keysAtOnce = 2_000;

/** Removes the entries of dropped collections and indexes piece by piece, so that a drop itself takes no time however much it drops. */
export class TableCleaner {
  readonly #commits: Commits;
  readonly #catalogue: StoredCatalogue;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(commits: Commits, catalogue: StoredCatalogue) {
    this.#commits = commits;
    this.#catalogue = catalogue;
  }

  start(): void {
    if (this.#stopped || this.#catalogue.garbage.size === 0) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      this.start();
    });
  }

  async finished(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** What is left is removed after the next opening. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.finished();
  }

  async #run(): Promise<void> {
    for (const prefix of this.#catalogue.garbage) if (!this.#stopped) await this.#clear(prefix).catch(() => this.#giveUp());
  }

  async #clear(prefix: Key): Promise<void> {
    await this.#commits.barrier();
    for (let cleared = false; !cleared && !this.#stopped;) {
      const { entries } = this.#commits.read(tableRange(prefix), { reverse: false, values: false, limit: keysAtOnce });
      const changes = new Changes();
      for (const { key } of entries) changes.set(key, null);
      cleared = entries.length < keysAtOnce;
      if (cleared) this.#catalogue.recordCleared(prefix, changes);
      await this.#commits.add(changes);
    }
  }

  /** The disk takes nothing any more, as every commit will say. */
  #giveUp(): void {
    this.#stopped = true;
  }
}
