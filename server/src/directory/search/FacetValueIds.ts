/** Which values of every facet each organisation has, as small numbers, so that one walk counts those of all facets. */
export class FacetValueIds<Facet extends string> {
  readonly #values: { facet: Facet; value: string }[] = [];
  readonly #idOf = new Map<string, number>();
  /** By the number of the organisation. */
  readonly #ids: (readonly number[] | undefined)[] = [];

  put(number: number, values: Iterable<readonly [Facet, readonly string[]]>): void {
    this.#ids[number] = [...values].flatMap(([facet, each]) => each.map((value) => this.#known(facet, value)));
  }

  remove(number: number): void {
    this.#ids[number] = undefined;
  }

  /** How many of these organisations have each value, by facet; values and facets that none has are left out. */
  count(numbers: readonly number[]): Map<Facet, Map<string, number>> {
    const counts = new Uint32Array(this.#values.length);
    // Plain loops: this is walked in each search.
    for (let at = 0; at < numbers.length; at += 1) {
      const ids = this.#ids[numbers[at] ?? 0];
      if (ids === undefined) continue;
      for (let which = 0; which < ids.length; which += 1) {
        const id = ids[which] ?? 0;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
    const counted = new Map<Facet, Map<string, number>>();
    for (let id = 0; id < counts.length; id += 1) {
      const count = counts[id] ?? 0;
      const known = this.#values[id];
      if (count === 0 || known === undefined) continue;
      const ofFacet = counted.get(known.facet);
      if (ofFacet === undefined) counted.set(known.facet, new Map([[known.value, count]]));
      else ofFacet.set(known.value, count);
    }
    return counted;
  }

  #known(facet: Facet, value: string): number {
    const key = `${facet} ${value}`;
    let id = this.#idOf.get(key);
    if (id === undefined) {
      this.#idOf.set(key, (id = this.#values.length));
      this.#values.push({ facet, value });
    }
    return id;
  }
}
