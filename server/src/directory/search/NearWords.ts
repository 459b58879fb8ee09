/** Words of one length, with the letters of each as bits. */
interface Shelf {
  readonly words: string[];
  readonly letters: number[];
  readonly places: Map<string, number>;
}

/** Finds words that differ by a letter or two: most are ruled out by their length and letters, so that few are compared. */
export class NearWords {
  readonly #shelves: Shelf[] = [];

  add(word: string): void {
    const shelf = (this.#shelves[word.length] ??= { words: [], letters: [], places: new Map() });
    if (shelf.places.has(word)) return;
    shelf.places.set(word, shelf.words.length);
    shelf.words.push(word);
    shelf.letters.push(lettersOf(word));
  }

  delete(word: string): void {
    const shelf = this.#shelves[word.length];
    const place = shelf?.places.get(word);
    if (shelf === undefined || place === undefined) return;
    shelf.places.delete(word);
    const [last, letters] = [shelf.words.pop(), shelf.letters.pop()];
    if (last === undefined || letters === undefined || last === word) return;
    shelf.words[place] = last;
    shelf.letters[place] = letters;
    shelf.places.set(last, place);
  }

  /** All words that become this one by one or two letters put in, taken out or exchanged, or by none. */
  near(word: string, mistakes: 0 | 1 | 2): string[] {
    const found: string[] = [];
    const letters = lettersOf(word);
    for (let length = Math.max(0, word.length - mistakes); length <= word.length + mistakes; length += 1) {
      const shelf = this.#shelves[length];
      if (shelf === undefined) continue;
      for (let place = 0; place < shelf.letters.length; place += 1) {
        const there = shelf.letters[place] ?? 0;
        if (hasMore(there & ~letters, mistakes) || hasMore(letters & ~there, mistakes)) continue;
        const other = shelf.words[place] ?? '';
        if (isNear(word, 0, other, 0, mistakes)) found.push(other);
      }
    }
    return found;
  }
}

/** A bit for each letter that the word has; letters may share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Whether more than so many bits are set. */
function hasMore(bits: number, most: number): boolean {
  let rest = bits;
  for (let taken = 0; taken < most; taken += 1) rest &= rest - 1;
  return rest !== 0;
}

/** Behind what both have in common, each of the three mistakes is tried: with one or two in all that is less work than a table of steps. */
function isNear(one: string, oneFrom: number, other: string, otherFrom: number, mistakes: number): boolean {
  let [a, b] = [oneFrom, otherFrom];
  while (a < one.length && b < other.length && one.charCodeAt(a) === other.charCodeAt(b)) {
    a += 1;
    b += 1;
  }
  const [left, right] = [one.length - a, other.length - b];
  if (left === 0 || right === 0) return left + right <= mistakes;
  if (mistakes === 0 || Math.abs(left - right) > mistakes) return false;
  return (
    isNear(one, a + 1, other, b + 1, mistakes - 1) ||
    isNear(one, a + 1, other, b, mistakes - 1) ||
    isNear(one, a, other, b + 1, mistakes - 1)
  );
}
