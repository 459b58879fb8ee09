import { CsvError, parse } from 'csv-parse/sync';
import type { Line } from './readLines.js';

/** One record of a CSV file: its fields, or what is wrong with it; `line` is where it begins. */
export type CsvRecord = { line: number; fields: string[] } | { line: number; fault: string; wouldRead?: string };

/** How many lines a quoted field may run over; one quotation mark that nobody closed must not swallow a whole file. */
const mostLinesOfRecord = 40;

interface Shape {
  delimiter: string;
  fields: number;
}

type OpenLines = { number: number; text: string }[];

/**
 * The records of a CSV file, one at a time. The first line, which names the columns, decides which character stands between fields
 * and how many a record has. A record that cannot be read costs its own first line; reading goes on with the next line.
 */
export async function* readRecords(lines: AsyncIterable<Line>): AsyncGenerator<CsvRecord> {
  let shape: Shape | null = null;
  let open: OpenLines = [];
  for await (const line of lines) {
    if ('fault' in line) {
      if (shape !== null) yield* giveUp(open, shape);
      open = [];
      yield faultOf(line);
    } else if (open.length === 0 && line.text.trim() === '') {
      continue;
    } else if (shape === null) {
      const delimiter = delimiterOf(line.text);
      const fields = split(line.text, delimiter);
      if (fields === null) {
        yield { line: line.number, fault: misplacedQuote };
      } else {
        shape = { delimiter, fields: fields.length };
        yield { line: line.number, fields };
      }
    } else {
      open.push(line);
      open = yield* settle(open, shape);
    }
  }
  if (shape !== null) yield* giveUp(open, shape);
}

/** Hands on the record that the open lines make, if they make one; answers with the lines that are still open. */
function* settle(open: OpenLines, shape: Shape): Generator<CsvRecord, OpenLines> {
  const first = open[0];
  if (first === undefined) return open;
  const text = open.map((line) => line.text).join('\n');
  const isOpen = hasOpenQuote(text);
  if (isOpen && open.length < mostLinesOfRecord) return open;
  const fields = isOpen ? null : split(text, shape.delimiter);
  if (fields?.length === shape.fields) {
    yield { line: first.number, fields };
    return [];
  }
  yield { line: first.number, fault: faultOfRecord(isOpen, fields, shape) };
  return yield* settleAnew(open.slice(1), shape);
}

/** Reads lines anew that a broken quotation mark before them had drawn into its record. */
function* settleAnew(lines: OpenLines, shape: Shape): Generator<CsvRecord, OpenLines> {
  let open: OpenLines = [];
  for (const line of lines) {
    if (open.length === 0 && line.text.trim() === '') continue;
    open.push(line);
    open = yield* settle(open, shape);
  }
  return open;
}

/** Nothing follows that could close the quotation mark of the first open line. */
function* giveUp(open: OpenLines, shape: Shape): Generator<CsvRecord> {
  let left = open;
  while (left[0] !== undefined) {
    yield { line: left[0].number, fault: unclosedQuote };
    left = yield* settleAnew(left.slice(1), shape);
  }
}

const unclosedQuote = 'a quotation mark is opened and not closed';
const misplacedQuote = 'a quotation mark stands inside a field; write it twice ("") and put the whole field in quotation marks';

function faultOfRecord(isOpen: boolean, fields: string[] | null, shape: Shape): string {
  if (isOpen) return unclosedQuote;
  if (fields === null) return misplacedQuote;
  return `it has ${fields.length} fields where the first line has ${shape.fields}`;
}

function hasOpenQuote(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

/** The fields of one record; null when its quotation marks cannot be understood. */
function split(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return text.split(delimiter);
  try {
    const records: string[][] = parse(text, { delimiter, relax_column_count: true });
    return records.length === 1 ? (records[0] ?? null) : null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** The character that stands most often between the names of the columns. */
function delimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function faultOf(line: Extract<Line, { fault: unknown }>): CsvRecord {
  if (line.fault.kind === 'TOO_LONG') {
    return { line: line.number, fault: `the line is ${Math.ceil(line.fault.bytes / 1024)} KB long, more than any row can be` };
  }
  return { line: line.number, fault: 'the line is not in UTF-8', wouldRead: line.fault.wouldRead };
}
