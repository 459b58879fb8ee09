import { fold } from './fold.js';

const longestSlug = 80;

/** The short name of a thing in an address: Latin letters, digits and hyphens, at most 80 characters; empty when nothing of the name can be written so. */
export function slugOf(name: string): string {
  const words = fold(name)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longestSlug) : `${slug}-${word}`;
    if (longer.length > longestSlug) break;
    slug = longer;
  }
  return slug;
}

/**
 * A slug for `name` that is not taken yet: the plain one, then one with its country, then one with a number.
 * What stands in parentheses is a remark or a second name and stays out of it.
 */
export function freeSlug(name: string, country: string | null, isTaken: (slug: string) => boolean): string {
  const plain = slugOf(name.replace(/\([^)]*\)/g, ' ')) || slugOf(name) || 'organisation';
  if (!isTaken(plain)) return plain;
  const withCountry = country === null ? plain : `${plain}-${country.toLowerCase()}`;
  if (!isTaken(withCountry)) return withCountry;
  for (let number = 2; ; number += 1) {
    const numbered = `${plain}-${number}`;
    if (!isTaken(numbered)) return numbered;
  }
}
