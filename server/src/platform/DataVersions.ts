/** Counts the changes of each collection, so that what was made of one can be known to be of yesterday. */
export class DataVersions {
  readonly #versions = new Map<string, number>();

  /** Called after the room concerned has taken the change in. */
  changed(collection: string): void {
    this.#versions.set(collection, (this.#versions.get(collection) ?? 0) + 1);
  }

  /** Grows with each change of any of the collections; versions never fall, so equal sums mean that none has changed. */
  of(collections: readonly string[]): number {
    let sum = 0;
    for (const collection of collections) sum += this.#versions.get(collection) ?? 0;
    return sum;
  }
}
