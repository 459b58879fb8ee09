/** A set of small whole numbers, one bit each; it grows as numbers are put in. */
export class Bitset {
  #words: Uint32Array;
  /** All of them in ascending order, once somebody has asked; forgotten with each change. */
  #numbers: readonly number[] | null = null;

  constructor(words: Uint32Array = new Uint32Array(0)) {
    this.#words = words;
  }

  add(number: number): void {
    this.#numbers = null;
    const at = number >>> 5;
    if (at >= this.#words.length) {
      const larger = new Uint32Array(Math.max(at + 1, this.#words.length * 2));
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words[at] = (this.#words[at] ?? 0) | (1 << (number & 31));
  }

  delete(number: number): void {
    this.#numbers = null;
    const at = number >>> 5;
    if (at < this.#words.length) this.#words[at] = (this.#words[at] ?? 0) & ~(1 << (number & 31));
  }

  has(number: number): boolean {
    return ((this.#words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  get size(): number {
    let size = 0;
    for (let at = 0; at < this.#words.length; at += 1) size += onesIn(this.#words[at] ?? 0);
    return size;
  }

  copy(): Bitset {
    return new Bitset(this.#words.slice());
  }

  /** What is in both. */
  and(other: Bitset): Bitset {
    const [shorter, longer] = this.#words.length < other.#words.length ? [this.#words, other.#words] : [other.#words, this.#words];
    const both = new Uint32Array(shorter.length);
    for (let at = 0; at < both.length; at += 1) both[at] = (shorter[at] ?? 0) & (longer[at] ?? 0);
    return new Bitset(both);
  }

  /** What is in this one and not in the other. */
  without(other: Bitset): Bitset {
    const rest = this.#words.slice();
    for (let at = 0; at < Math.min(rest.length, other.#words.length); at += 1) rest[at] = (rest[at] ?? 0) & ~(other.#words[at] ?? 0);
    return new Bitset(rest);
  }

  /** Puts in all that the other holds. */
  addAll(other: Bitset): void {
    this.#numbers = null;
    if (other.#words.length > this.#words.length) {
      const larger = new Uint32Array(other.#words.length);
      larger.set(this.#words);
      this.#words = larger;
    }
    for (let at = 0; at < other.#words.length; at += 1) this.#words[at] = (this.#words[at] ?? 0) | (other.#words[at] ?? 0);
  }

  /** How many are in both. */
  sizeWith(other: Bitset): number {
    const length = Math.min(this.#words.length, other.#words.length);
    const [mine, theirs] = [this.#words, other.#words];
    let size = 0;
    for (let at = 0; at < length; at += 1) {
      const both = (mine[at] ?? 0) & (theirs[at] ?? 0);
      if (both !== 0) size += onesIn(both);
    }
    return size;
  }

  /** All of them in ascending order; a list is walked over faster than the set itself. */
  numbers(): readonly number[] {
    if (this.#numbers !== null) return this.#numbers;
    const numbers: number[] = [];
    for (let at = 0; at < this.#words.length; at += 1) {
      for (let word = this.#words[at] ?? 0; word !== 0; word &= word - 1) numbers.push((at << 5) + (31 - Math.clz32(word & -word)));
    }
    return (this.#numbers = numbers);
  }

  /** In ascending order. */
  *[Symbol.iterator](): Iterator<number> {
    yield* this.numbers();
  }
}

/** How many bits of a word of 32 are set. */
function onesIn(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
