import type { RegionName } from '../places/regions.js';
import type { UnRegionName } from '../places/unRegions.js';
import type { Alternatives, ReadQuery } from './readQuery.js';
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
export function reasonsFor(query: ReadQuery, tokens: readonly Token[]): SearchReasonRecord[] {
  const best = new Map<string, { reason: SearchReasonRecord; worth: number }>();
  for (const alternatives of allAlternatives(query.parts)) {
    for (const token of tokens) {
      const way = alternatives.get(token.key);
      if (way === undefined) continue;
      const worth = way * worthOfField[token.field];
      const reason = { ...reasonOf(token), isNearly: way === ways.nearly };
      const name = `${token.field} ${token.text ?? token.key}`;
      if (worth > (best.get(name)?.worth ?? 0)) best.set(name, { reason, worth });
    }
  }
  return [...best.values()].sort((one, other) => other.worth - one.worth).map(({ reason }) => reason);
}

function* allAlternatives(parts: ReadQuery['parts']): Iterable<Alternatives> {
  for (const { alternatives, words } of parts) {
    yield alternatives;
    yield* allAlternatives(words);
  }
}

function reasonOf({ field, key, text }: Token): Omit<SearchReasonRecord, 'isNearly'> {
  const [concept, value] = text === null ? (key.split(':') as [string, string]) : ['', ''];
  return {
    kind: field,
    text,
    themeId: concept === 'theme' ? value : null,
    country: concept === 'country' ? value : null,
    region: concept === 'region' ? (value as RegionName) : null,
    unRegion: concept === 'group' ? (value as UnRegionName) : null,
  };
}
