/** Which values of one facet each organisation has, as small numbers, so that counting walks over numbers alone. */
export class FacetValueIds {
  readonly #values: string[] = [];
  readonly #idOf = new Map<string, number>();
  /** By the number of the organisation; organisations with the same values share one list. */
  readonly #ids: (readonly number[] | undefined)[] = [];
  readonly #shared = new Map<string, readonly number[]>();

  put(number: number, values: readonly string[]): void {
    const ids = values.map((value) => this.#known(value));
    const key = ids.join();
    let shared = this.#shared.get(key);
    if (shared === undefined) this.#shared.set(key, (shared = ids));
    this.#ids[number] = shared;
  }

  remove(number: number): void {
    this.#ids[number] = undefined;
  }

  /** How many of these organisations have each value; values that none has are left out. */
  count(numbers: readonly number[]): Map<string, number> {
    const counts = new Uint32Array(this.#values.length);
    // Plain loops: this is walked for each facet of each search.
    for (let at = 0; at < numbers.length; at += 1) {
      const ids = this.#ids[numbers[at] ?? 0];
      if (ids === undefined) continue;
      for (let which = 0; which < ids.length; which += 1) {
        const id = ids[which] ?? 0;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
    const counted = new Map<string, number>();
    for (let id = 0; id < counts.length; id += 1) {
      const count = counts[id] ?? 0;
      if (count > 0) counted.set(this.#values[id] ?? '', count);
    }
    return counted;
  }

  #known(value: string): number {
    let id = this.#idOf.get(value);
    if (id === undefined) {
      this.#idOf.set(value, (id = this.#values.length));
      this.#values.push(value);
    }
    return id;
  }
}
