import type { NameRecord } from '../profile.js';
import type { ProfileFieldName, ProfileValues, SectionValues } from '../keeping/sections.js';
import { isSame } from '../keeping/sections.js';

const mostNames = 12;

/**
 * The profile of the entry that stays: the fields taken from the one that goes replace its own, and of taken lists both are kept.
 * The name that is given up stays findable as another name. Only what changes is answered.
 */
export function mergedValues(stays: ProfileValues, goes: ProfileValues, taken: readonly ProfileFieldName[]): SectionValues {
  const merged: Record<string, unknown> = { ...stays };
  for (const field of taken) {
    const [own, other] = [stays[field], goes[field]];
    merged[field] = Array.isArray(own) && Array.isArray(other) ? together(own, other) : other;
  }
  const names = merged['names'] as readonly NameRecord[];
  const shownFirst = String(merged['name']);
  const given = [stays.name, goes.name].filter((name) => name !== shownFirst && !names.some(({ text }) => text === name));
  merged['names'] = [...names, ...given.map((text): NameRecord => ({ text, language: null, kind: 'ALSO_KNOWN' }))].slice(0, mostNames);
  return Object.fromEntries(
    (Object.keys(stays) as ProfileFieldName[])
      .filter((field) => !isSame(stays[field], merged[field]))
      .map((field) => [field, merged[field]]),
  );
}

/** Both lists, each value once; of two descriptions in one language and two identifiers of one scheme the first stays. */
function together(own: readonly unknown[], other: readonly unknown[]): unknown[] {
  const known = new Set(own.map(keyOf));
  return [...own, ...other.filter((value) => !known.has(keyOf(value)))];
}

function keyOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { scheme, text, language, kind } = value as Partial<Record<'scheme' | 'text' | 'language' | 'kind', string | null>>;
  if (scheme != null) return scheme;
  return kind == null ? String(language) : `${text} ${language ?? ''}`;
}
