import type { CollectionInfo } from '../CollectionInfo.js';

/** The collections at one moment. Never altered: a change makes a new one. */
export class Catalogue {
  static readonly empty = new Catalogue(new Map());
  readonly #collections: ReadonlyMap<string, CollectionInfo>;
  #byDatabase: ReadonlyMap<string, readonly CollectionInfo[]> | undefined;

  constructor(collections: ReadonlyMap<string, CollectionInfo>) {
    this.#collections = collections;
  }

  get(namespace: string): CollectionInfo | undefined {
    return this.#collections.get(namespace);
  }

  /** In the order of their names. */
  databases(): string[] {
    return [...this.#grouped().keys()].sort();
  }

  of(database: string): readonly CollectionInfo[] {
    return this.#grouped().get(database) ?? [];
  }

  all(): IterableIterator<CollectionInfo> {
    return this.#collections.values();
  }

  /** `undefined` removes a collection. */
  with(changes: ReadonlyMap<string, CollectionInfo | undefined>): Catalogue {
    const collections = new Map(this.#collections);
    for (const [namespace, info] of changes) {
      if (info) collections.set(namespace, info);
      else collections.delete(namespace);
    }
    return new Catalogue(collections);
  }

  #grouped(): ReadonlyMap<string, readonly CollectionInfo[]> {
    if (this.#byDatabase) return this.#byDatabase;
    const grouped = new Map<string, CollectionInfo[]>();
    for (const info of this.#collections.values()) {
      const database = databaseOf(info.namespace);
      const others = grouped.get(database);
      if (others) others.push(info);
      else grouped.set(database, [info]);
    }
    this.#byDatabase = grouped;
    return grouped;
  }
}

export const databaseOf = (namespace: string): string => namespace.slice(0, namespace.indexOf('.'));
