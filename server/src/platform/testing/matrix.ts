/** What one cell of the matrix says. */
export type Cell = 'yes' | 'own' | '–';

/** A table of the matrix: what, then who, then whether. */
export type Matrix = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

/** Reads the table below a heading `## …` of a Markdown file; throws when a cell says anything but yes, own or –. */
export function readMatrix(markdown: string, heading: string): Matrix {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`There is no heading "${heading}".`);
  const [head, , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf);
  const people = head?.slice(1) ?? [];
  return new Map(
    rows.map(([what = '', ...cells]) => [what, new Map(people.map((who, position) => [who, asCell(what, who, cells[position])]))]),
  );
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function asCell(what: string, who: string, text: string | undefined): Cell {
  if (text === 'yes' || text === 'own' || text === '–') return text;
  throw new Error(`The matrix says "${text ?? ''}" of ${what} for ${who}; it may say yes, own or –.`);
}
