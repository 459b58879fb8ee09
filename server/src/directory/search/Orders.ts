import type { Language } from '../../platform/language.js';
import { languages } from '../../platform/language.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { organisationOrder, rankOfCountry } from '../organisationOrder.js';

interface OrderByName {
  /** Numbers of organisations, by name. */
  numbers: number[];
  /** Where each number stands among them, and by country; null after a change until somebody asks. */
  ranks: Uint32Array | null;
  byCountry: Uint32Array | null;
}

/** The organisations in each order of each language, by their numbers: sorted once and then kept so. */
export class Orders {
  readonly #byName = new Map<Language, OrderByName>();

  constructor(private readonly recordOf: (number: number) => OrganisationRecord) {}

  /** Sorts these anew in every language. */
  sortAll(numbers: readonly number[]): void {
    for (const language of languages) {
      const compare = this.#comparing(language);
      this.#byName.set(language, { numbers: [...numbers].sort(compare), ranks: null, byCountry: null });
    }
  }

  /** Puts in a number that has its record by now. */
  add(number: number): void {
    for (const language of languages) {
      const order = this.#order(language);
      order.numbers.splice(this.#placeOf(number, language), 0, number);
      forget(order);
    }
  }

  /** Takes out a number that still has its record. */
  remove(number: number): void {
    for (const language of languages) {
      const order = this.#order(language);
      const at = this.#placeOf(number, language);
      if (order.numbers[at] === number) order.numbers.splice(at, 1);
      forget(order);
    }
  }

  byName(language: Language): readonly number[] {
    return this.#order(language).numbers;
  }

  /** Where each number stands by name. */
  ranks(language: Language): Uint32Array {
    const order = this.#order(language);
    if (order.ranks === null) {
      order.ranks = new Uint32Array(order.numbers.reduce((most, number) => Math.max(most, number), -1) + 1);
      for (let rank = 0; rank < order.numbers.length; rank += 1) order.ranks[order.numbers[rank] ?? 0] = rank;
    }
    return order.ranks;
  }

  /** By the name of the country in the language, those without one last, then by name. */
  byCountry(language: Language): Uint32Array {
    const order = this.#order(language);
    if (order.byCountry === null) {
      const groups = new Map<number, number[]>();
      for (const number of order.numbers) {
        const rank = rankOfCountry(this.recordOf(number).country, language);
        const group = groups.get(rank);
        if (group === undefined) groups.set(rank, [number]);
        else group.push(number);
      }
      order.byCountry = Uint32Array.from([...groups].sort(([one], [other]) => one - other).flatMap(([, group]) => group));
    }
    return order.byCountry;
  }

  #order(language: Language): OrderByName {
    let order = this.#byName.get(language);
    if (order === undefined) this.#byName.set(language, (order = { numbers: [], ranks: null, byCountry: null }));
    return order;
  }

  #comparing(language: Language): (one: number, other: number) => number {
    const { keyOf, compare } = organisationOrder('NAME', language, null);
    return (one, other) => compare(keyOf(this.recordOf(one)), keyOf(this.recordOf(other)));
  }

  #placeOf(number: number, language: Language): number {
    const { numbers } = this.#order(language);
    const compare = this.#comparing(language);
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(numbers[middle] ?? 0, number) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function forget(order: OrderByName): void {
  order.ranks = null;
  order.byCountry = null;
}
