import { createRequire } from 'node:module';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { withoutControls } from '../../platform/markup.js';

/** What stands in a cell: text as text and a number as a number, never a formula. */
export type Cell = string | number | null;

/** A sheet with a head that stays in sight. */
export interface Sheet {
  name: string;
  columns: readonly { title: string; /** In letters. */ width: number }[];
  rows: Iterable<readonly Cell[]>;
  isRightToLeft: boolean;
}

/** How many rows are made before everybody else has their turn: a few milliseconds' work. */
const rowsInTurn = 50;

/** The program of the thread, as text, so that it runs from the built files and from the sources alike. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { default: write } = require(workerData.writer);
const cell = (value) => value === null || value === '' ? null : { type: typeof value === 'number' ? Number : String, value };
const head = ({ title }) => ({ type: String, value: title, fontWeight: 'bold' });
const sheets = workerData.sheets.map(({ name, columns, rows, isRightToLeft }) => ({
  sheet: name,
  data: [columns.map(head), ...rows.map((row) => row.map(cell))],
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
  rightToLeft: isRightToLeft,
}));
write(sheets).toBuffer().then((bytes) => parentPort.postMessage(bytes));
`;
const writer = createRequire(import.meta.url).resolve('write-excel-file/node');

/** The sheets as a workbook for Excel. Rows are made a few at a time and written by a thread of its own, so that a long list stops nobody. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const whole: (Omit<Sheet, 'rows'> & { rows: (readonly Cell[])[] })[] = [];
  for (const sheet of sheets) {
    const rows: (readonly Cell[])[] = [];
    for (const row of sheet.rows) {
      const cells = row.map((cell) => (typeof cell === 'string' ? withoutControls(cell) : cell));
      if (rows.push(cells) % rowsInTurn === 0) await turn();
    }
    whole.push({ ...sheet, rows });
  }
  const thread = new Worker(program, { eval: true, workerData: { sheets: whole, writer }, execArgv: [] });
  try {
    return await new Promise((resolve, reject) => {
      thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('the thread that writes workbooks ended before it had written one')));
    });
  } finally {
    await thread.terminate();
  }
}
