import { parseXml } from '../../platform/testing/xml.js';
import { indexOf } from '../testing/records.js';
import { sitemap } from './sitemap.js';

const organisations = indexOf(...Array.from({ length: 7 }, (_, at) => ({ name: `Example ${at}` }))).all(null, 'en');
const publicUrl = 'https://portal.example';
const addresses = (document: string): string[] =>
  parseXml(document)
    .all('loc')
    .map(({ text }) => text);

test('more pages than fit into one file are named by an index, and its files hold each of them once', () => {
  const index = sitemap(['/', '/directory'], organisations, { part: null, publicUrl, inFile: 4 });
  expect(parseXml(index).all('sitemapindex')).toHaveLength(1);
  expect(addresses(index)).toEqual([1, 2, 3].map((part) => `https://portal.example/sitemap.xml?part=${part}`));
  const parts = addresses(index).flatMap((address) =>
    addresses(sitemap(['/', '/directory'], organisations, { part: new URL(address).searchParams.get('part'), publicUrl, inFile: 4 })),
  );
  expect(parts).toHaveLength(9 * 4);
  expect(new Set(parts).size).toBe(9 * 4);
});

test.each(['0', '4', '-1', '1e3', 'x', ''])('part %p is no part, and empty', (part) => {
  expect(addresses(sitemap(['/', '/directory'], organisations, { part, publicUrl, inFile: 4 }))).toEqual([]);
});

test('an empty directory still has its pages', () => {
  expect(addresses(sitemap(['/'], [], { part: null, publicUrl }))).toHaveLength(4);
});
