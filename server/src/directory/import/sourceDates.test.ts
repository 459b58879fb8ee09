import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dataFolder } from '../network.js';
import type { ImportRow } from './checkRow.js';
import { readRows } from './readRows.js';
import type { SourceDates } from './sourceDates.js';
import { readSourceDates } from './sourceDates.js';

interface WrittenSource {
  on: string | number;
  said: 'address' | 'label' | 'facts';
  fact?: string;
  address: string;
}

const readData = (name: string): unknown => parse(readFileSync(join(dataFolder, name), 'utf8'), { schema: 'core' });
const { sources } = readData('sources.yaml') as { sources: WrittenSource[] };
const aYear = /(?<!\d)(?:19|20)\d\d(?!\d)/;

let rows: ImportRow[];
let labels: Map<string, string[]>;
let dates: SourceDates;

beforeAll(async () => {
  ({ rows } = await readRows(createReadStream(join(dataFolder, 'organisations.csv'))));
  dates = await readSourceDates();
  labels = new Map();
  for (const { network, sourceUrl } of rows) {
    if (network.kind !== 'affiliation' || sourceUrl === null) continue;
    labels.set(sourceUrl, [...(labels.get(sourceUrl) ?? []), `${network.network} ${network.role ?? ''}`]);
  }
});

/** The entries of a list in `facts.yaml`, named by its path. */
function factsUnder(path = ''): Record<string, unknown>[] {
  const found = path.split('.').reduce<unknown>((from, name) => (from as Record<string, unknown>)[name], readData('facts.yaml'));
  return found as Record<string, unknown>[];
}

test('every dated source is the source of an affiliation, and stands there once', () => {
  for (const { address } of sources) expect(labels.has(address) ? '' : address).toBe('');
  expect(new Set(sources.map(({ address }) => address)).size).toBe(sources.length);
});

test.each(sources.map((source) => [source.address, source] as const))('the day of %s is said where it should be', (address, source) => {
  const on = String(source.on);
  if (source.said === 'address') {
    expect(address).toContain(on.replaceAll('-', '/'));
  } else if (source.said === 'label') {
    for (const label of labels.get(address) ?? []) expect(label).toContain(on);
  } else {
    const bare = address.replace(/^https:\/\//, '').replace(/\/$/, '');
    const names = rows.filter(({ sourceUrl }) => sourceUrl === address).map(({ name }) => name);
    const facts = factsUnder(source.fact).filter((fact) => String(fact['on']).startsWith(on));
    expect(
      facts.some((fact) => fact['source'] === bare || [fact['visitor'], fact['host']].every((name) => names.includes(String(name)))),
    ).toBe(true);
  }
});

test('no source whose address or label states a year is left without its day', () => {
  const undated = [...labels].filter(
    ([address, words]) => dates.publishedOn(address) === null && [address, ...words].some((each) => aYear.test(each)),
  );
  expect(undated.map(([address]) => address)).toEqual([]);
});

test('a day is as exact as it is said', () => {
  const on = (part: string) => dates.publishedOn(sources.find(({ address }) => address.includes(part))!.address);
  expect(on('fdpdegypt')).toEqual({ on: '2024-01-03', precision: 'DAY' });
  expect(on('togetherscotland')).toEqual({ on: '2019-05-01', precision: 'MONTH' });
  expect(on('vdocuments')).toEqual({ on: '2018-01-01', precision: 'YEAR' });
  expect(dates.publishedOn('https://fictional.example/')).toBeNull();
  expect(dates.publishedOn('http://fdpdegypt.org/2024/01/03/violence-is-an-issue-and-protection-is-a-priority')).not.toBeNull();
});

test('whoever was admitted at an assembly is in from that day, or from its month where it lasted two days', () => {
  expect(dates.admittedOn('Child Rights Connect', 'SAVE CONGO')).toEqual({ on: '2023-05-25', precision: 'DAY' });
  expect(dates.admittedOn('Child Rights Connect', 'Alana Institute')).toEqual({ on: '2022-06-01', precision: 'MONTH' });
  expect(dates.admittedOn('Eurochild', 'SAVE CONGO')).toBeNull();
  expect(dates.admittedOn('Child Rights Connect', 'Eurochild')).toBeNull();
});

test('each organisation admitted by name is in the record under that name', () => {
  const named = factsUnder('assemblies').flatMap(({ admittedNamed }) => (Array.isArray(admittedNamed) ? admittedNamed.map(String) : []));
  expect(named).toHaveLength(12);
  const names = rows.map(({ name }) => name);
  for (const name of named) expect(names).toContain(name);
});
