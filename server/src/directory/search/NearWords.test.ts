import fc from 'fast-check';
import { NearWords } from './NearWords.js';

/** The distance of Levenshtein, as it is defined. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const [a, b] = [one.slice(1), other.slice(1)];
  return one[0] === other[0] ? distance(a, b) : 1 + Math.min(distance(a, other), distance(one, b), distance(a, b));
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ا', 'ب', ' '), maxLength: 7 });

test('finds just the words within so many letters, whatever was put in and taken out before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.boolean()), { maxLength: 40 }), word, fc.constantFrom(0, 1, 2), (changes, sought, mistakes) => {
      const words = new NearWords();
      const there = new Set<string>();
      for (const [each, isIn] of changes) {
        if (isIn) words.add(each);
        else words.delete(each);
        if (isIn) there.add(each);
        else there.delete(each);
      }
      expect(words.near(sought, mistakes).sort()).toEqual([...there].filter((each) => distance(sought, each) <= mistakes).sort());
    }),
    { numRuns: 2000 },
  );
});

test('a word as typed by hasty fingers is near the right one', () => {
  const words = new NearWords();
  for (const each of ['coalition', 'coalitions', 'collection', 'children', 'childhood', 'الاطفال']) words.add(each);
  expect(words.near('coaltion', 2).sort()).toEqual(['coalition', 'coalitions']);
  expect(words.near('childern', 2)).toEqual(['children']);
  expect(words.near('الاطفل', 1)).toEqual(['الاطفال']);
  expect(words.near('quilt', 2)).toEqual([]);
});
