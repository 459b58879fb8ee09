/** How many letters of a word may be wrong: one or two of a longer word; none in numbers, which must be right. */
export function mistakesAllowed(word: string): 0 | 1 | 2 {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/** The word with each two neighbouring letters changed round, the commonest mistake of fast fingers. */
export function* withLettersSwapped(word: string): Iterable<string> {
  if (mistakesAllowed(word) === 0) return;
  for (let at = 0; at < word.length - 1; at += 1) {
    if (word[at] !== word[at + 1]) yield word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  }
}
