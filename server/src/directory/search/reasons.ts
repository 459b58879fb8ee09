import type { RegionName } from '../places/regions.js';
import type { UnRegionName } from '../places/unRegions.js';
import type { Alternatives } from './readQuery.js';
import { ways } from './readQuery.js';
import type { FieldName, Token } from './tokens.js';
import { worthOfField } from './tokens.js';

/** Why a search found an organisation. */
export interface SearchReasonRecord {
  readonly kind: FieldName;
  /** The name, acronym, place or network in which it was found. */
  readonly text: string | null;
  readonly themeId: string | null;
  readonly country: string | null;
  readonly region: RegionName | null;
  readonly unRegion: UnRegionName | null;
  /** Whether nothing but a word with a letter or two changed was found there. */
  readonly isNearly: boolean;
}

/** Every place in which something of the query was found, the weightiest first; the same for the same query and organisation always. */
export function reasonsFor(alternatives: Alternatives, tokens: readonly Token[]): SearchReasonRecord[] {
  const best: { token: Token; worth: number; isNearly: boolean }[] = [];
  for (const token of tokens) {
    const way = alternatives.get(token.key);
    if (way === undefined) continue;
    const worth = way * worthOfField[token.field];
    const known = best.find((each) => isSamePlace(each.token, token));
    if (known === undefined) best.push({ token, worth, isNearly: way === ways.nearly });
    else if (worth > known.worth) Object.assign(known, { token, worth, isNearly: way === ways.nearly });
  }
  return best.sort((one, other) => other.worth - one.worth).map(({ token, isNearly }) => reasonOf(token, isNearly));
}

function isSamePlace(one: Token, other: Token): boolean {
  return one.field === other.field && (one.text ?? one.key) === (other.text ?? other.key);
}

function reasonOf({ field, key, text }: Token, isNearly: boolean): SearchReasonRecord {
  const [concept, value] = text === null ? (key.split(':') as [string, string]) : ['', ''];
  return {
    isNearly,
    kind: field,
    text,
    themeId: concept === 'theme' ? value : null,
    country: concept === 'country' ? value : null,
    region: concept === 'region' ? (value as RegionName) : null,
    unRegion: concept === 'group' ? (value as UnRegionName) : null,
  };
}
