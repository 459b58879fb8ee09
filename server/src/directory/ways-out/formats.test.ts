import { geoBounds } from 'd3-geo';
import type { ExtendedFeatureCollection } from 'd3-geo';
import { Types } from 'mongoose';
import { unzipped } from '../../platform/testing/unzipped.js';
import { parseXml } from '../../platform/testing/xml.js';
import type { FormatName } from '../directoryFile.js';
import { formats } from '../directoryFile.js';
import { indexOf } from '../testing/records.js';
import { geoJson } from './geoJson.js';
import { jsonLd } from './jsonLd.js';
import { spreadsheet } from './spreadsheet.js';
import { vCards } from './vCards.js';

const publicUrl = 'https://portal.example';
const hostile = '=HYPERLINK("x"), \\ ; a\r\nEND:VCARD\u0000 </script>';
const plain = { _id: new Types.ObjectId('650000010000000000000001') };
const directory = indexOf(
  {
    ...plain,
    name: 'Réseau Exemple des Enfants, national; et local',
    acronym: 'REE',
    country: 'TG',
    names: [
      { text: 'شبكة الأطفال النموذجية للدفاع عن حقوق جميع الأطفال في كل مكان', language: 'ar', kind: 'TRANSLATED' },
      { text: 'Old Example', language: null, kind: 'FORMER' },
    ],
    type: 'NATIONAL_COALITION',
    statedThemes: ['child-justice', 'education'],
    languages: ['fr', 'ar'],
    countriesOfWork: ['TG', 'BJ'],
    mechanisms: ['UNIVERSAL_PERIODIC_REVIEW'],
    foundedIn: 1998,
    website: 'https://ree.example/',
    descriptions: [{ language: 'fr', text: 'Des enfants,\ndes droits; partout.' }],
    identifiers: [{ scheme: 'WIKIDATA', value: 'Q0' }],
    confirmations: [{ section: 'IDENTITY', confirmedOn: '2025-06-01' }],
    chosenPlace: { latitude: 6.1319, longitude: 1.2228, precision: 'CITY', region: 'Maritime', city: 'Lomé' },
    networks: ['Fictional Forum', 'Fictional Union'],
  },
  { name: hostile, country: null },
);
const organisations = directory.all(null, 'en');

async function sheets(language: 'en' | 'ar' = 'en'): Promise<{ sheet: string; rows: string[][] }[]> {
  const files = unzipped(await spreadsheet(organisations, { language, publicUrl }));
  const strings = parseXml(files.get('xl/sharedStrings.xml') ?? '')
    .all('si')
    .map((item) => item.text);
  return [1, 2].map((number) => {
    const sheet = files.get(`xl/worksheets/sheet${number}.xml`) ?? '';
    const rows = parseXml(sheet)
      .all('row')
      .map((row) => row.all('c').map((each) => (each.attributes['t'] === 's' ? (strings[Number(each.text)] ?? '') : each.text)));
    return { sheet, rows };
  });
}

describe('the workbook', () => {
  test('has a row for each organisation and one for each affiliation', async () => {
    const [first, second] = await sheets();
    expect(first?.rows).toHaveLength(3);
    expect(second?.rows.map((row) => row.slice(0, 2))).toEqual([
      ['Organisation', 'Network'],
      ['Réseau Exemple des Enfants, national; et local', 'Fictional Forum'],
      ['Réseau Exemple des Enfants, national; et local', 'Fictional Union'],
    ]);
    const row = first?.rows.find(([name]) => name?.startsWith('Réseau'));
    expect(row).toEqual(
      expect.arrayContaining([
        'REE',
        'National coalition',
        'Togo',
        'Africa',
        'Lomé',
        'Togo; Benin',
        'French; Arabic',
        'Child justice; Education',
        '1998',
      ]),
    );
  });

  test('holds no formula, whatever a name begins with', async () => {
    for (const { sheet } of await sheets()) expect(sheet).not.toMatch(/<f[ >]/);
    const [first] = await sheets();
    expect(first?.rows.flat()).toContain('=HYPERLINK("x"), \\ ; a\nEND:VCARD </script>');
  });

  test('speaks the language of its reader, from right to left where that is read so', async () => {
    const [first] = await sheets('ar');
    expect(first?.sheet).toContain('rightToLeft="1"');
    expect(first?.rows[0]?.[0]).toBe('المنظمة');
    expect(first?.rows.flat()).toContain('توغو');
  });
});

describe('the GeoJSON', () => {
  const collection = JSON.parse(geoJson(organisations, publicUrl)) as ExtendedFeatureCollection;

  test('has a feature for everybody, with a point where there is a published place and none where there is not', () => {
    expect(collection.type).toBe('FeatureCollection');
    expect(collection.features.map(({ geometry }) => geometry)).toEqual(
      expect.arrayContaining([{ type: 'Point', coordinates: [1.2228, 6.1319] }, null]),
    );
  });

  test('is understood by a library of maps', () => {
    const placed = { ...collection, features: collection.features.filter(({ geometry }) => geometry !== null) };
    const [[west], [, north]] = geoBounds(placed);
    expect([west, north]).toEqual([expect.closeTo(1.2228), expect.closeTo(6.1319)]);
  });

  test('says no more of a place than its organisation has chosen', () => {
    const country = indexOf({
      name: 'At country precision',
      country: 'KE',
      seat: { street: 'Canary Street 7', city: 'Canarytown', region: null },
    });
    const text = geoJson(country.all(null, 'en'), publicUrl);
    expect(text).not.toMatch(/canary/i);
    expect(text).toContain('"placePrecision":"COUNTRY"');
  });
});

/** Reads vCards by the rules of RFC 6350, sections 3.2 to 3.4. */
function readVCards(text: string): Map<string, string[]>[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  expect(lines.pop()).toBe('');
  const cards: Map<string, string[]>[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z]+)(?:;[^:]*)?:(.*)$/s.exec(line) ?? [];
    expect(name).not.toBe('');
    if (name === 'BEGIN') cards.push(new Map());
    const card = cards.at(-1) as Map<string, string[]>;
    card.set(name, [...(card.get(name) ?? []), value.replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign))]);
  }
  return cards;
}

describe('the vCards', () => {
  const contacts = new Map([
    [
      String(plain._id),
      [
        { kind: 'EMAIL', value: 'office@ree.example' },
        { kind: 'PHONE', value: '+228 22 00 00 00' },
        { kind: 'POSTAL_ADDRESS', value: '1 Example Road;\nLomé' },
        { kind: 'WEBSITE', value: 'https://ree.example/' },
        { kind: 'MESSENGER', value: 'xmpp:office@ree.example' },
      ] as const,
    ],
  ]);
  const text = vCards(organisations, contacts, { language: 'fr', publicUrl });

  test('are one for each organisation, with all that they hold read back', () => {
    const cards = readVCards(text);
    expect(cards).toHaveLength(2);
    const card = cards.find((each) => each.get('FN')?.[0]?.startsWith('Réseau'));
    expect(Object.fromEntries(card ?? [])).toMatchObject({
      VERSION: ['4.0'],
      KIND: ['org'],
      FN: ['Réseau Exemple des Enfants, national; et local', 'شبكة الأطفال النموذجية للدفاع عن حقوق جميع الأطفال في كل مكان'],
      NICKNAME: ['REE,Old Example'],
      EMAIL: ['office@ree.example'],
      TEL: ['+228 22 00 00 00'],
      URL: ['https://ree.example/'],
      IMPP: ['xmpp:office@ree.example'],
      LANG: ['fr', 'ar'],
      CATEGORIES: ['Justice des mineurs,Éducation'],
      NOTE: ['Des enfants,\ndes droits; partout.'],
      REV: ['20250601T000000Z'],
      END: ['VCARD'],
    });
    expect(card?.get('ADR')).toEqual([';;;Lomé;Maritime;;Togo', ';;1 Example Road;\nLomé;;;;']);
    expect(card?.get('UID')?.[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('have no line longer than 75 bytes, and no letter cut in two', () => {
    const lines = Buffer.from(text).toString('latin1').split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75);
    for (const line of lines) expect(Buffer.from(line, 'latin1').toString('utf8')).not.toContain('\uFFFD');
  });

  test('cannot be ended or added to by a name', () => {
    expect(text.match(/^END:VCARD\r$/gm)).toHaveLength(2);
    expect(readVCards(text).flatMap((card) => card.get('FN') ?? [])).toContain('=HYPERLINK("x"), \\ ; a\nEND:VCARD </script>');
  });
});

describe('the linked data', () => {
  const graph = (JSON.parse(jsonLd(organisations, publicUrl)) as { '@context': string; '@graph': Record<string, unknown>[] })['@graph'];

  test('tells of each organisation in the words of schema.org', () => {
    expect(graph).toHaveLength(2);
    expect(graph.find(({ name }) => String(name).startsWith('Réseau'))).toMatchObject({
      '@type': 'Organization',
      alternateName: [{ '@language': 'ar' }, 'Old Example', 'REE'],
      foundingDate: '1998',
      knowsLanguage: ['fr', 'ar'],
      knowsAbout: expect.arrayContaining([{ '@language': 'en', '@value': 'Education' }]),
      address: { '@type': 'PostalAddress', addressLocality: 'Lomé', addressRegion: 'Maritime', addressCountry: 'TG' },
      memberOf: [{ name: 'Fictional Forum' }, { name: 'Fictional Union' }],
      sameAs: 'https://ree.example/',
    });
  });

  test('leaves out what is not stated', () => {
    expect(Object.keys(graph.find(({ name }) => name === hostile) ?? {}).sort()).toEqual(['@id', '@type', 'name', 'url']);
  });
});

test('each format says what it is', () => {
  const types = Object.fromEntries(Object.entries(formats).map(([name, { contentType }]) => [name, contentType.split(';')[0]]));
  expect(types).toEqual({
    csv: 'text/csv',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    geojson: 'application/geo+json',
    vcf: 'text/vcard',
    jsonld: 'application/ld+json',
  } satisfies Record<FormatName, string>);
});
