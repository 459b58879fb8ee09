import { Readable } from 'node:stream';
import type { Column } from '../import/checkRow.js';

export const header = 'name,acronym,country_iso2,level,network,source_url,confidence';

/** A line of a CSV file that has nothing wrong with it but what the test puts there. */
export function csvLine(fields: Partial<Record<Column, string>> = {}): string {
  const row: Partial<Record<string, string>> = {
    name: 'Fictional Example Centre',
    acronym: '',
    country_iso2: 'KE',
    level: 'national',
    network: 'Fictional Network',
    source_url: 'https://fictional.example/members',
    confidence: 'high',
    ...fields,
  };
  return header
    .split(',')
    .map((column) => quoted(row[column] ?? ''))
    .join(',');
}

/** A file of a header and these lines. */
export function csvFile(...lines: string[]): string {
  return [header, ...lines, ''].join('\n');
}

/** The text as a stream, in pieces of so many bytes. */
export function inPieces(content: string | Buffer, size = 7): Readable {
  const bytes = Buffer.from(content);
  return Readable.from(
    (function* pieces() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })(),
  );
}

function quoted(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
