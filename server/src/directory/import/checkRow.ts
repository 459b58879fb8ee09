import type { ConfidenceName, LevelName } from '../OrganisationRecord.js';
import { countryCalled } from '../places/countryNames.js';
import { regionOf } from '../places/regions.js';
import { slugOf } from '../slug.js';
import type { NetworkColumn } from './parseNetwork.js';
import { parseNetwork } from './parseNetwork.js';

/** The columns that an import understands, by the names that the first line gives them. */
export const columns = ['slug', 'name', 'acronym', 'country_iso2', 'level', 'network', 'source_url', 'confidence'] as const;

export type Column = (typeof columns)[number];

export const requiredColumns: readonly Column[] = ['name', 'country_iso2', 'level', 'network', 'source_url', 'confidence'];

/** One row of the file, understood. */
export interface ImportRow {
  line: number;
  /** The short name of an entry that exists already; null when the row is known by its name and country. */
  slug: string | null;
  name: string;
  acronym: string | null;
  country: string | null;
  level: LevelName;
  network: NetworkColumn;
  sourceUrl: string;
  confidence: ConfidenceName;
}

/** What is wrong with one field of a row, in plain words. */
export interface FieldFault {
  field: Column;
  reason: string;
}

/** Understands a row, or says of each wrong field what is wrong with it. */
export function checkRow(line: number, fields: Readonly<Partial<Record<Column, string>>>): ImportRow | FieldFault[] {
  const faults: FieldFault[] = [];
  function take<T>(field: Column, understand: (text: string) => Understood<T>, whenWrong: T): T {
    const text = plain(fields[field] ?? '');
    const fault = faultOfText(text, field);
    const understood = fault === null ? understand(text) : { fault };
    if ('value' in understood) return understood.value;
    faults.push({ field, reason: understood.fault });
    return whenWrong;
  }
  const row: ImportRow = {
    line,
    slug: take('slug', slugFrom, null),
    name: take('name', nameFrom, ''),
    acronym: take('acronym', (text) => ({ value: text === '' ? null : text }), null),
    country: take('country_iso2', countryFrom, null),
    level: take('level', levelFrom, 'NATIONAL'),
    network: take('network', networkFrom, { kind: 'none' }),
    sourceUrl: take('source_url', sourceUrlFrom, ''),
    confidence: take('confidence', confidenceFrom, 'LOW'),
  };
  return faults.length > 0 ? faults : row;
}

type Understood<T> = { value: T } | { fault: string };

/** One space between words, one way to write each letter, and without the mark that our own export puts before a formula. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(?='*[=+\-@])/, '');
}

const longest: Readonly<Record<Column, number>> = {
  slug: 80,
  name: 200,
  acronym: 40,
  country_iso2: 80,
  level: 40,
  network: 200,
  source_url: 2000,
  confidence: 40,
};

function faultOfText(text: string, field: Column): string | null {
  if (text.length > longest[field]) return `it has ${text.length} characters where ${longest[field]} are the most`;
  // Control characters, and marks that nobody sees but that turn the direction of what follows.
  if (/[\p{Cc}\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u.test(text)) return 'it holds a character that cannot be seen';
  if (text.includes('\uFFFD')) return 'it holds a letter (\uFFFD) that was lost when the file was saved';
  if (/[ÃÂ][\u0080-\u00BF]|â€/.test(text)) return `its letters were spoilt by a wrong encoding earlier on: "${text}"`;
  return null;
}

function slugFrom(text: string): Understood<string | null> {
  if (text === '' || slugOf(text) === text) return { value: text === '' ? null : text };
  return { fault: `"${text}" is not the short name of an entry; leave it empty for a new organisation` };
}

function nameFrom(text: string): Understood<string> {
  if (text === '') return { fault: 'it is empty' };
  return /[\p{L}\p{N}]/u.test(text) ? { value: text } : { fault: `"${text}" has no letter` };
}

function countryFrom(text: string): Understood<string | null> {
  if (text === '') return { value: null };
  const code = text.toUpperCase();
  if (regionOf(code) !== undefined) return { value: code };
  const meant = countryCalled(text);
  return { fault: `"${text}" is no ISO 3166-1 code of a country${meant === undefined ? '' : `; write ${meant}`}` };
}

function levelFrom(text: string): Understood<LevelName> {
  return oneOf({ national: 'NATIONAL', regional: 'REGIONAL', international: 'INTERNATIONAL' }, text);
}

function confidenceFrom(text: string): Understood<ConfidenceName> {
  return oneOf({ high: 'HIGH', medium: 'MEDIUM', low: 'LOW' }, text);
}

function oneOf<T extends string>(choices: Readonly<Record<string, T>>, text: string): Understood<T> {
  const names = Object.keys(choices);
  const value = names.includes(text.toLowerCase()) ? choices[text.toLowerCase()] : undefined;
  if (value !== undefined) return { value };
  return { fault: `${text === '' ? 'it is empty' : `"${text}" is unknown`}; write one of ${names.join(', ')}` };
}

function networkFrom(text: string): Understood<NetworkColumn> {
  const network = parseNetwork(text);
  if (network === null) return { fault: `"${text}" cannot be understood; write the network, then the role in parentheses` };
  if (network.kind === 'affiliation' && slugOf(network.network) === '')
    return { fault: `"${text}" has no Latin letter to make an address of` };
  return { value: network };
}

function sourceUrlFrom(text: string): Understood<string> {
  if (text === '') return { fault: 'it is empty; every row names its source' };
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || !['http:', 'https:'].includes(address.protocol) || address.username !== '') {
    return { fault: `"${text.slice(0, 80)}" is no address that begins with https:// or http://` };
  }
  return { value: text };
}
