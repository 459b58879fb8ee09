import { unzipped } from '../../platform/testing/unzipped.js';
import { parseXml } from '../../platform/testing/xml.js';
import { indexOf } from '../testing/records.js';
import { spreadsheet } from './spreadsheet.js';

const asked = { language: 'en', publicUrl: 'https://portal.example' } as const;
const size = 3000;
/** How many organisations may be written before everybody else has their turn. */
const most = 100;

const [kind] = indexOf({ name: 'Fictional Council', country: 'KE', networks: ['Fictional Forum'] }).all(null, 'en');

test('a long list is written a few rows at a time, and everybody else has their turn between them', async () => {
  const asking: number[] = [];
  let sinceTurn = 0;
  const organisations = Array.from({ length: size }, (_, index) => {
    const organisation = { ...kind!, id: String(index) };
    // Each organisation notes that a row is made of it.
    return Object.defineProperty(organisation, 'foundedIn', { get: () => ((sinceTurn += 1), 1900 + (index % 100)), enumerable: true });
  });
  let isOver = false;
  const othersTakeTurns = () => {
    asking.push(sinceTurn);
    sinceTurn = 0;
    if (!isOver) setImmediate(othersTakeTurns);
  };
  setImmediate(othersTakeTurns);
  const workbook = await spreadsheet(organisations, asked);
  isOver = true;
  asking.push(sinceTurn);
  expect(asking.reduce((sum, rows) => sum + rows, 0)).toBe(size);
  expect(asking.filter((rows) => rows > most)).toEqual([]);
  const sheet = parseXml(unzipped(workbook).get('xl/worksheets/sheet1.xml') ?? '');
  expect(sheet.all('row')).toHaveLength(size + 1);
});
