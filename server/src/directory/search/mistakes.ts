/** How many letters of a word may be wrong: one or two of a longer word; none in numbers, which must be right. */
export function mistakesAllowed(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}
