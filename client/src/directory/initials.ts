const small = new Set([
  'a',
  'an',
  'and',
  'au',
  'aux',
  'da',
  'de',
  'del',
  'des',
  'di',
  'do',
  'du',
  'e',
  'el',
  'en',
  'et',
  'for',
  'in',
  'la',
  'le',
  'les',
  'los',
  'of',
  'on',
  'para',
  'pour',
  'the',
  'to',
  'y',
]);

/** Two letters that stand for a name: of its first two words of weight, else the first two of its only word. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const weighty = words.filter((word) => !small.has(word.toLowerCase()));
  const [first = '', second] = weighty.length ? weighty : words;
  return (second ? firstLetters(first, 1) + firstLetters(second, 1) : firstLetters(first, 2)).toUpperCase();
}

const firstLetters = (word: string, count: number) => [...word].slice(0, count).join('');
