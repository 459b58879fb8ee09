import { setImmediate as turn } from 'node:timers/promises';
import { escaped, withoutControls } from '../../platform/markup.js';
import { zipped } from '../../platform/zip.js';

/** What stands in a cell: text as text and a number as a number, never a formula. */
export type Cell = string | number | null;

/** A sheet with a head that stays in sight. */
export interface Sheet {
  name: string;
  columns: readonly { title: string; /** In letters. */ width: number }[];
  rows: Iterable<readonly Cell[]>;
  isRightToLeft: boolean;
}

/** How many rows are written before everybody else has their turn: a few milliseconds' work. */
const rowsInTurn = 50;
/** The most letters that a cell may hold. */
const longest = 32_767;
const bold = 1;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The sheets as a workbook in Office Open XML (ISO/IEC 29500), written row by row, so that a long list does not stop the portal. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }));
  const each = (write: (sheet: (typeof numbered)[number]) => string): string => numbered.map(write).join('');
  const text = (content: string): string[] => [head + content];
  return zipped([
    {
      name: '[Content_Types].xml',
      text: text(
        `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
          `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mediaType}.sheet.main+xml"/>` +
          `<Override PartName="/xl/styles.xml" ContentType="${mediaType}.styles+xml"/>` +
          each(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${mediaType}.worksheet+xml"/>`) +
          '</Types>',
      ),
    },
    {
      name: '_rels/.rels',
      text: text(
        `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      text: text(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
          each(({ name, number }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`) +
          '</sheets></workbook>',
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: text(
        `<Relationships xmlns="${packaging}/relationships">` +
          each(({ number }) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`) +
          `<Relationship Id="rId${numbered.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      ),
    },
    { name: 'xl/styles.xml', text: text(styles) },
    ...numbered.map((sheet) => ({ name: `xl/worksheets/sheet${sheet.number}.xml`, text: sheetText(sheet) })),
  ]);
}

/** Format 0 is as everybody's, format 1 is bold. */
const styles =
  `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="2"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

async function* sheetText({ columns, rows, isRightToLeft }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('');
  const direction = isRightToLeft ? ' rightToLeft="1"' : '';
  yield (
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView${direction} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths}</cols><sheetData>`
  );
  const names = columns.map((_, at) => columnName(at));
  const titles = columns.map(({ title }) => title);
  let written = rowText(titles, 1, names, bold);
  let number = 1;
  for (const row of rows) {
    written += rowText(row, (number += 1), names, 0);
    if (number % rowsInTurn !== 0) continue;
    yield written;
    written = '';
    await turn();
  }
  yield `${written}</sheetData></worksheet>`;
}

function rowText(cells: readonly Cell[], number: number, names: readonly string[], style: number): string {
  const styled = style === 0 ? '' : ` s="${style}"`;
  let text = `<row r="${number}">`;
  for (const [at, value] of cells.entries()) {
    if (value === null || value === '') continue;
    const place = `<c r="${names[at]}${number}"${styled}`;
    text +=
      typeof value === 'number'
        ? `${place}><v>${value}</v></c>`
        : `${place} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
  }
  return `${text}</row>`;
}

/** An underscore before what would be read as a letter in disguise (`_x0041_`) is put in disguise itself. */
function cellText(value: string): string {
  const whole = withoutControls(value).slice(0, longest);
  return escaped(whole.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

/** A, B ... Z, AA, AB ... */
function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}
