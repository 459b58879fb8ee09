import type { Key } from './key-value/keys.js';

/** Somebody who holds keys until it ends. */
export interface Holder {
  /** The version of the committed state that it reads. */
  readonly startVersion: number;
  /** Resolves when it lets go of its keys. */
  readonly ended: Promise<void>;
}

/** Who has written which keys without having committed, and which keys were committed while open transactions read an older state. */
export class Conflicts<Owner extends Holder> {
  readonly #holders = new Map<Key, Owner>();
  readonly #transactions = new Set<Owner>();
  /** Version of the newest commit of a key; kept only while transactions are open. */
  readonly #committed = new Map<Key, number>();

  get none(): boolean {
    return this.#transactions.size === 0;
  }

  begin(transaction: Owner): void {
    this.#transactions.add(transaction);
  }

  end(transaction: Owner, keys: Iterable<Key>): void {
    for (const key of keys) if (this.#holders.get(key) === transaction) this.#holders.delete(key);
    this.#transactions.delete(transaction);
    if (this.none) this.#committed.clear();
  }

  holder(key: Key): Owner | undefined {
    return this.#holders.get(key);
  }

  hold(key: Key, transaction: Owner): void {
    this.#holders.set(key, transaction);
  }

  /** Whether the key was committed after the transaction's snapshot. */
  changedSince(key: Key, version: number): boolean {
    return (this.#committed.get(key) ?? -1) > version;
  }

  noteCommitted(keys: Iterable<Key>, version: number): void {
    if (this.none) return;
    for (const key of keys) this.#committed.set(key, version);
  }
}
