import { fail } from '../../errors.js';
import { Changes } from './Changes.js';
import type { Chunk, ChunkOptions, Environment, ReadTransaction } from './Environment.js';
import type { Key, KeyRange } from './keys.js';
import type { Source } from './scan.js';

/** The commits that reach the disk together. */
interface Group {
  size: number;
  readonly durable: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
  readonly afterwards: (() => void)[];
}

const slowWriteMs = 4;
const longestPatienceMs = 5;
/** A write of more keys than this is work for another thread, however quick the disk is. */
const mostKeysWaitedFor = 1000;

/** The newest committed state. Commits are visible at once and written in groups: those that arrive while one group is being written form the next. */
export class Commits implements Source {
  layers: readonly Changes[];
  version = 0;
  /** Commits of the same number reach the disk together. */
  group = 0;
  readonly #environment: Environment;
  #open = new Changes();
  /** Closed to further changes, oldest first; not yet handed to the disk. */
  #closed: Changes[] = [];
  #group: Group | undefined;
  /** On its way to the disk. */
  #written: Group | undefined;
  #writing: Promise<void> | undefined;
  #failure: Error | undefined;
  /** How many commits came in the last round: those that were written together, and those that meanwhile waited for the next. */
  #lastRound = 1;
  #lastWriteMs = 0;
  #whenComplete: (() => void) | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.layers = [];
  }

  get(key: Key): Buffer | undefined {
    for (const layer of this.layers) {
      const change = layer.get(key);
      if (change !== undefined) return change ?? undefined;
    }
    return this.#environment.get(key);
  }

  read(range: KeyRange, options: ChunkOptions): Chunk {
    return this.#environment.read(range, options);
  }

  count(range: KeyRange): number {
    return this.#environment.count(range);
  }

  /** Makes the changes visible now; resolves when they are on the disk. `afterwards` runs then, in the order of commits. */
  add(changes: Changes, afterwards?: () => void): Promise<void> {
    this.failIfBroken();
    if (this.#open.size === 0) this.layers = [this.#open, ...this.layers];
    this.#open.absorb(changes);
    this.version += 1;
    this.#group ??= newGroup();
    this.#group.size += 1;
    if (this.#group.size >= this.#lastRound) this.#whenComplete?.();
    if (afterwards) this.#group.afterwards.push(afterwards);
    this.#writing ??= this.#write();
    return this.#group.durable;
  }

  /** The present state, untouched by later commits, until `release`. */
  freeze(): FrozenSource {
    this.#closeOpen();
    return new FrozenSource(this.#environment, this.layers);
  }

  /** Resolves when everything committed so far is on the disk. */
  async barrier(): Promise<void> {
    await (this.#group ?? this.#written)?.durable;
  }

  /** Resolves when nothing is left to be written, or can be. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  failIfBroken(): void {
    if (this.#failure) throw this.#failure;
  }

  #closeOpen(): void {
    if (this.#open.size === 0) return;
    this.#closed.push(this.#open);
    this.group += 1;
    this.#open = new Changes();
  }

  async #write(): Promise<void> {
    for (let group = this.#group; group; group = this.#group) {
      await this.#gather(group);
      this.#group = undefined;
      this.#written = group;
      this.#closeOpen();
      const batch = this.#closed;
      this.#closed = [];
      const start = performance.now();
      try {
        await this.#environment.write(batch, { isWaitedFor: this.#lastWriteMs < slowWriteMs && keysOf(batch) <= mostKeysWaitedFor });
      } catch (error) {
        this.#break(error, group);
        break;
      }
      this.#lastWriteMs = performance.now() - start;
      this.#lastRound = group.size + this.#waiting;
      this.layers = this.layers.filter((layer) => !batch.includes(layer));
      for (const act of group.afterwards) act();
      group.resolve();
    }
    this.#written = undefined;
    this.#writing = undefined;
  }

  /** How many commits the next group holds so far. */
  get #waiting(): number {
    return this.#group?.size ?? 0;
  }

  /** Whoever has just been answered often commits again at once: where writing is slow a part of its time is well spent waiting for them. */
  async #gather(group: Group): Promise<void> {
    await endOfTurn();
    if (this.#lastWriteMs < slowWriteMs || group.size >= this.#lastRound) return;
    await new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, Math.min(this.#lastWriteMs / 4, longestPatienceMs));
      this.#whenComplete = (): void => {
        clearTimeout(patience);
        resolve();
      };
    });
    this.#whenComplete = undefined;
  }

  /** What could not be written is taken back, and nothing more is accepted: the disk holds the last state that was acknowledged. */
  #break(error: unknown, group: Group): void {
    this.#failure = new Error(
      `the data could not be written (${error instanceof Error ? error.message : String(error)}); restart the server when this is mended`,
      {
        cause: error,
      },
    );
    this.#open = new Changes();
    this.#closed = [];
    this.layers = [];
    this.version += 1;
    group.reject(this.#failure);
    this.#group?.reject(this.#failure);
    this.#group = undefined;
  }
}

/** The state as it was at one moment. */
export class FrozenSource implements Source {
  readonly version = 0;
  readonly #environment: Environment;
  #transaction: ReadTransaction | undefined;

  constructor(
    environment: Environment,
    readonly layers: readonly Changes[],
  ) {
    this.#environment = environment;
    this.#transaction = environment.freeze();
  }

  get(key: Key): Buffer | undefined {
    for (const layer of this.layers) {
      const change = layer.get(key);
      if (change !== undefined) return change ?? undefined;
    }
    return this.#environment.get(key, this.#held());
  }

  read(range: KeyRange, options: ChunkOptions): Chunk {
    return this.#environment.read(range, options, this.#held());
  }

  count(range: KeyRange): number {
    return this.#environment.count(range, this.#held());
  }

  release(): void {
    this.#transaction?.done();
    this.#transaction = undefined;
  }

  #held(): ReadTransaction {
    return this.#transaction ?? fail('NoSuchTransaction', 'The snapshot that this read belongs to has ended.');
  }
}

const newGroup = (): Group => {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const durable = new Promise<void>((whenDurable, whenFailed) => {
    resolve = whenDurable;
    reject = whenFailed;
  });
  durable.catch(() => undefined);
  return { size: 0, durable, resolve, reject, afterwards: [] };
};

const endOfTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

const keysOf = (batch: readonly Changes[]): number => batch.reduce((sum, changes) => sum + changes.size, 0);
