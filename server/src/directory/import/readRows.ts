import type { Column, FieldFault, ImportRow } from './checkRow.js';
import { checkRow, columns, requiredColumns } from './checkRow.js';
import { readLines } from './readLines.js';
import type { CsvRecord } from './readRecords.js';
import { readRecords } from './readRecords.js';
import { UnreadableFile } from './UnreadableFile.js';

/** A row that does not go in, and why; `field` is null when the row as a whole cannot be read. */
export interface RejectedRow {
  line: number;
  field: Column | null;
  reason: string;
}

export interface ReadRows {
  rows: ImportRow[];
  rejected: RejectedRow[];
  /** How many rows the file has, whether they go in or not. */
  count: number;
  /** Names of columns that the import does not know and leaves out. */
  unknownColumns: string[];
}

/**
 * Reads a CSV file of organisations row by row; what is wrong with a row is noted and the others go on.
 * Throws `UnreadableFile` when the file as a whole cannot be used: no text in UTF-8, or columns missing.
 */
export async function readRows(
  source: AsyncIterable<Uint8Array | string>,
  onRow: (count: number) => void = () => undefined,
): Promise<ReadRows> {
  const read: ReadRows = { rows: [], rejected: [], count: 0, unknownColumns: [] };
  const notUtf8: { line: number; wouldRead: string }[] = [];
  let header: Header | null = null;
  let hasUtf8Letters = false;
  for await (const record of readRecords(readLines(source))) {
    if (header === null) {
      header = readHeader(record);
      read.unknownColumns = header.unknown;
      continue;
    }
    onRow((read.count += 1));
    if ('fault' in record) {
      if (record.wouldRead !== undefined) notUtf8.push({ line: record.line, wouldRead: record.wouldRead });
      read.rejected.push({ line: record.line, field: null, reason: reasonOf(record) });
      continue;
    }
    hasUtf8Letters ||= record.fields.some((field) => /[^\0-\x7F]/.test(field));
    const row = checkRow(record.line, header.named(record.fields));
    if (Array.isArray(row)) read.rejected.push(...row.map((fault: FieldFault) => ({ line: record.line, ...fault })));
    else read.rows.push(row);
  }
  if (header === null) throw new UnreadableFile('This file is empty; nothing was imported.');
  const [firstNotUtf8] = notUtf8;
  if (firstNotUtf8 !== undefined && !hasUtf8Letters) throw inAnotherEncoding(firstNotUtf8, notUtf8.length);
  return read;
}

interface Header {
  named(fields: readonly string[]): Partial<Record<Column, string>>;
  unknown: string[];
}

function readHeader(record: CsvRecord): Header {
  if ('fault' in record)
    throw new UnreadableFile(`The first line, which should name the columns, cannot be read: ${record.fault}. Nothing was imported.`);
  const names = record.fields.map((field) => field.trim().toLowerCase());
  const missing = requiredColumns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new UnreadableFile(
      `The first line names no column ${missing.join(', ')}. It must name ${requiredColumns.join(', ')}, and may name slug and acronym. Nothing was imported.`,
    );
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new UnreadableFile(`The first line names the column "${twice}" twice; nothing was imported.`);
  return {
    named: (fields) =>
      Object.fromEntries(columns.flatMap((column) => (names.includes(column) ? [[column, fields[names.indexOf(column)] ?? '']] : []))),
    unknown: names.filter((name) => !columns.some((column) => column === name)),
  };
}

function reasonOf(record: Extract<CsvRecord, { fault: string }>): string {
  return record.wouldRead === undefined
    ? record.fault
    : `${record.fault}; in Windows-1252 it would read: ${excerptAround(record.wouldRead)}`;
}

/** No line holds letters beyond ASCII in UTF-8 but some do in another encoding, so the whole file is in that. */
function inAnotherEncoding(first: { line: number; wouldRead: string }, howMany: number): UnreadableFile {
  return new UnreadableFile(
    `This file is not in UTF-8 but, as it seems, in Latin-1 or Windows-1252: ${howMany === 1 ? '1 line is' : `${howMany} lines are`} not, ` +
      `the first being line ${first.line}: ${excerptAround(first.wouldRead)}. Save it as "CSV UTF-8" and import it again; nothing was imported.`,
  );
}

/** A few words around the first letter beyond ASCII. */
function excerptAround(text: string): string {
  const at = text.search(/[^\0-\x7F]/);
  const excerpt = text.slice(Math.max(0, at - 12), at + 24).replace(/\p{Cc}/gu, ' ');
  return `"${excerpt}"`;
}
