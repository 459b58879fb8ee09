import * as fc from 'fast-check';
import { Types } from 'mongoose';
import type { Viewer } from '../people/index.js';
import type { Language } from '../platform/language.js';
import type { DirectoryIndex } from './DirectoryIndex.js';
import type { BoundingBox } from './map/BoundingBox.js';
import type { OrganisationRecord } from './OrganisationRecord.js';
import { confidences, levels } from './OrganisationRecord.js';
import { regions } from './places/regions.js';
import { unRegionOf, unRegions } from './places/unRegions.js';
import type { OrganisationFilter } from './choice.js';
import type { OrganisationConnection, OrganisationsArguments } from './queries.js';
import { peers } from './peers/queries.js';
import { organisations } from './queries.js';
import type { FacetName } from './search/FacetIndex.js';
import { facetNames } from './search/FacetIndex.js';
import { slugOf } from './slug.js';
import {
  affiliationShape,
  anyDirectory,
  anyFilter,
  anySearch,
  indexOf,
  organisationShape,
  viewerWithSeatsOf,
  someCountries,
  someNetworks,
  someThemes,
} from './testing/records.js';

function ask(directory: DirectoryIndex, asked: Partial<OrganisationsArguments>, viewer: Viewer | null = null, language: Language = 'en') {
  return organisations({ directory, viewer, language }, { first: 100, ...asked });
}

/** Every page to the end. */
function allPages(
  directory: DirectoryIndex,
  asked: Partial<OrganisationsArguments>,
  first: number,
  viewer: Viewer | null = null,
): OrganisationRecord[] {
  const found: OrganisationRecord[] = [];
  for (let after: string | null = null; ;) {
    const page = ask(directory, { ...asked, first, after }, viewer);
    found.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

/** The rule of a filter, said as slowly and plainly as can be. */
function holds(organisation: OrganisationRecord, filter: OrganisationFilter): boolean {
  const chosen = <T>(values: readonly T[] | null | undefined, test: (value: T) => boolean): boolean =>
    !values || values.length === 0 || values.some(test);
  const unRegion = unRegionOf(organisation.country);
  const asksForPlace = [filter.countries, filter.regions, filter.unRegions].some((values) => (values?.length ?? 0) > 0);
  const placed =
    organisation.country !== null &&
    (asksForPlace || !filter.withoutCountry) &&
    chosen(filter.countries, (country) => country === organisation.country) &&
    chosen(filter.regions, (region) => region === organisation.region) &&
    chosen(filter.unRegions, (group) => group === unRegion);
  const unplaced = organisation.country === null && (Boolean(filter.withoutCountry) || !asksForPlace);
  return (
    (placed || unplaced) &&
    chosen(filter.levels, (level) => level === organisation.level) &&
    chosen(filter.confidences, (confidence) => confidence === organisation.confidence) &&
    (!filter.within || (organisation.place !== null && liesIn(filter.within, organisation.place))) &&
    (filter.networks?.length
      ? filter.networks.some((network) => {
          const inNetwork = organisation.affiliations.filter(({ networkSlug }) => networkSlug === network);
          return inNetwork.length > 0 && fitsYears(inNetwork, filter);
        })
      : fitsYears(organisation.affiliations, filter)) &&
    chosen(filter.types, (type) => type === organisation.type) &&
    chosen(filter.themes, (theme) => organisation.themes.some(({ themeId }) => themeId === theme)) &&
    chosen(filter.languages, (language) => organisation.languages.includes(language)) &&
    chosen(filter.mechanisms, (mechanism) => organisation.mechanisms.includes(mechanism)) &&
    chosen(filter.offers, (exchange) => organisation.offers.includes(exchange)) &&
    chosen(filter.seeks, (exchange) => organisation.seeks.includes(exchange))
  );
}

/** The counts of a facet by the key of the value. */
function countsOf(facets: OrganisationConnection['facets'], facet: FacetName): Map<string, number> {
  return new Map(
    facets[facet].map(({ count, ...named }) => {
      const [value] = 'slug' in named ? [named.slug] : Object.values(named);
      return [typeof value === 'object' ? value.id : value, count] as [string, number];
    }),
  );
}

function fitsYears(affiliations: OrganisationRecord['affiliations'], { knownBy, withoutKnownDay }: OrganisationFilter): boolean {
  if ((knownBy ?? null) === null && !withoutKnownDay) return true;
  const dated = affiliations.filter(({ from, namedOn }) => from !== null || namedOn !== null);
  const year = (day: { on: string } | null): number => (day === null ? Infinity : new Date(day.on).getUTCFullYear());
  const isKnown = dated.some(({ from, namedOn, to }) => {
    const [first, last] = [Math.min(year(from ?? namedOn), year(to)), year(to)];
    return (knownBy ?? null) !== null && first <= Number(knownBy) && Number(knownBy) <= last;
  });
  return isKnown || (Boolean(withoutKnownDay) && dated.length === 0);
}

function liesIn({ west, south, east, north }: BoundingBox, { latitude, longitude }: { latitude: number; longitude: number }): boolean {
  // Degrees east of the western edge, so that the date line is nothing special; the whole round is the whole world.
  const eastwards = (degrees: number): number => (((degrees - west) % 360) + 360) % 360;
  const width = west <= east ? east - west : east - west + 360;
  return latitude >= south && latitude <= north && (eastwards(longitude) <= width || longitude === east);
}

describe('list, count, facets and map are one answer', () => {
  test('the list is what the filter says in plain words, without what is unlisted', () => {
    fc.assert(
      fc.property(anyDirectory, anyFilter, (entries, filter) => {
        const directory = indexOf(...entries);
        const expected = allPages(directory, {}, 100).filter((each) => holds(each, filter));
        expect(allPages(directory, { filter }, 100)).toEqual(expected);
        expect(expected.every(({ listing }) => listing === 'LISTED')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the count is the length of the list to its end for every reader and page, and no organisation comes twice', () => {
    const anyAsked = fc.record({ filter: anyFilter, search: anySearch, sort: fc.constantFrom('NAME', 'COUNTRY', 'RELEVANCE', undefined) });
    fc.assert(
      fc.property(
        anyDirectory,
        anyAsked,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 5 }),
        (entries, asked, first, seats) => {
          const keyed = entries.map((entry) => ({ ...entry, _id: new Types.ObjectId() }));
          const directory = indexOf(...keyed);
          const viewer = seats === 0 ? null : viewerWithSeatsOf(...keyed.slice(0, seats).map(({ _id }) => _id));
          const list = allPages(directory, asked, first, viewer);
          expect(list).toHaveLength(ask(directory, asked, viewer).totalCount);
          expect(new Set(list).size).toBe(list.length);
          expect(list).toEqual(allPages(directory, asked, 100, viewer));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('each count of a facet is the total that its choice would give', () => {
    fc.assert(
      fc.property(anyDirectory, anyFilter, anySearch, (entries, filter, search) => {
        const directory = indexOf(...entries);
        const { facets } = ask(directory, { filter, search });
        const total = (otherwise: OrganisationFilter): number => ask(directory, { filter: { ...filter, ...otherwise }, search }).totalCount;
        const values: Record<FacetName, readonly string[]> = {
          regions,
          countries: someCountries,
          unRegions,
          levels,
          networks: someNetworks.map(slugOf),
          confidences,
          types: ['NATIONAL_COALITION', 'ACADEMIC', 'INDIVIDUAL'],
          themes: someThemes,
          languages: ['en', 'fr', 'ar'],
          mechanisms: ['HUMAN_RIGHTS_COUNCIL', 'UNIVERSAL_PERIODIC_REVIEW'],
          offers: ['training', 'visits'],
          seeks: ['training', 'research'],
        };
        for (const facet of facetNames) {
          const counted = countsOf(facets, facet);
          const isOfPlace = ['regions', 'countries', 'unRegions'].includes(facet);
          for (const value of values[facet]) {
            const choice = { [facet]: [value], ...(isOfPlace && { withoutCountry: false }) };
            expect([facet, value, counted.get(value) ?? 0]).toEqual([facet, value, total(choice)]);
          }
        }
        expect(facets.withoutCountry).toBe(total({ countries: [], regions: [], unRegions: [], withoutCountry: true }));
      }),
      { numRuns: 200 },
    );
  });

  test('the places and those on no map add up to the count', () => {
    fc.assert(
      fc.property(anyDirectory, anyFilter, anySearch, (entries, filter, search) => {
        const directory = indexOf(...entries);
        const { places, unplacedCount, totalCount, edges } = ask(directory, { filter, search });
        expect(places.reduce((sum, { count }) => sum + count, unplacedCount)).toBe(totalCount);
        for (const { country, count } of places) expect(edges.filter(({ node }) => node.country === country)).toHaveLength(count);
      }),
    );
  });

  test('a choice that finds nothing stays among the facets with nought', () => {
    const directory = indexOf({ name: 'One', country: 'KE', networks: ['Fictional Forum'] }, { name: 'Two', country: 'PH' });
    const { facets, totalCount } = ask(directory, { filter: { countries: ['ph'], networks: ['fictional-forum'], levels: ['REGIONAL'] } });
    expect(totalCount).toBe(0);
    expect(facets.networks).toEqual([{ network: 'Fictional Forum', slug: 'fictional-forum', count: 0 }]);
    expect(facets.levels).toEqual([{ level: 'REGIONAL', count: 0 }]);
    expect(facets.countries).toEqual([{ country: 'PH', count: 0 }]);
  });
});

describe('who sees what', () => {
  const hidden = organisationShape({ name: 'Hidden Centre', country: 'KE', listing: 'UNLISTED' });
  const seatHolder = viewerWithSeatsOf(hidden._id);
  const directory = indexOf({ name: 'Open Centre', country: 'KE' });
  directory.putOrganisation(hidden);
  directory.putAffiliation(affiliationShape(hidden._id, 'Fictional Forum'));

  test('an unlisted organisation is in no list, search, facet, map or peer of others', () => {
    const answer = ask(directory, { search: 'centre' });
    expect(answer.edges.map(({ node }) => node.name)).toEqual(['Open Centre']);
    expect(answer).toMatchObject({
      totalCount: 1,
      places: [{ country: 'KE', count: 1 }],
      facets: { networks: [], countries: [{ country: 'KE', count: 1 }] },
    });
    expect(directory.bySlug(hidden.slug, null)).toBeNull();
    const open = answer.edges[0]!.node;
    expect(peers({ directory, viewer: null, language: 'en', now: () => new Date() }, open, 12)).toEqual([]);
  });

  test('those who hold its seats see it everywhere', () => {
    expect(ask(directory, { search: 'centre' }, seatHolder).totalCount).toBe(2);
    expect(directory.bySlug(hidden.slug, seatHolder)?.name).toBe('Hidden Centre');
  });
});

describe('the order', () => {
  const names = (language: Language, ...entries: string[]): string[] =>
    ask(indexOf(...entries.map((name) => ({ name }))), {}, null, language).edges.map(({ node }) => node.name);

  test('is that of the reader, where accents and numbers stand in their place', () => {
    expect(names('fr', 'Zone', 'École', 'Eau', 'Étoile')).toEqual(['Eau', 'École', 'Étoile', 'Zone']);
    expect(names('es', 'Ñandú', 'Oso', 'Nube')).toEqual(['Nube', 'Ñandú', 'Oso']);
    expect(names('ar', 'باء', 'ألف', 'تاء')).toEqual(['ألف', 'باء', 'تاء']);
    expect(names('en', 'Group 10', 'Group 9')).toEqual(['Group 9', 'Group 10']);
  });

  test('by country puts those without one last', () => {
    const directory = indexOf({ name: 'A' }, { name: 'B', country: 'PH' }, { name: 'C', country: 'KE' });
    expect(ask(directory, { sort: 'COUNTRY' }).edges.map(({ node }) => node.name)).toEqual(['C', 'B', 'A']);
  });

  test('by country is that of the names in the reader’s language, and a cursor holds in another language', () => {
    const directory = indexOf(...['DE', 'ES', 'AT', 'CH', 'ZA'].map((country) => ({ name: `In ${country}`, country })), {
      name: 'Nowhere',
    });
    const countries = (language: Language, after: string | null = null) =>
      ask(directory, { sort: 'COUNTRY', after }, null, language).edges.map(({ node }) => node.country);
    expect(countries('en')).toEqual(['AT', 'DE', 'ZA', 'ES', 'CH', null]);
    expect(countries('fr')).toEqual(['ZA', 'DE', 'AT', 'ES', 'CH', null]);
    expect(countries('es')).toEqual(['DE', 'AT', 'ES', 'ZA', 'CH', null]);
    const [, second] = ask(directory, { sort: 'COUNTRY' }, null, 'en').edges;
    expect(countries('en', second!.cursor)).toEqual(['ZA', 'ES', 'CH', null]);
    expect(countries('fr', second!.cursor)).toEqual(['AT', 'ES', 'CH', null]);
  });

  test('stays in place while others come and go between two pages', () => {
    const directory = indexOf({ name: 'B' }, { name: 'D' }, { name: 'F' });
    const first = ask(directory, { first: 2 });
    directory.putOrganisation(organisationShape({ name: 'A' }));
    directory.putOrganisation(organisationShape({ name: 'E' }));
    directory.removeOrganisation(first.edges[1]!.node.id);
    const next = ask(directory, { first: 2, after: first.pageInfo.endCursor });
    expect(next.edges.map(({ node }) => node.name)).toEqual(['E', 'F']);
  });
});

describe('what no page would ask', () => {
  const directory = indexOf({ name: 'One' });

  test.each([0, -1, 101, 100_000, 1.5])('first: %d is refused', (first) => {
    expect(() => ask(directory, { first })).toThrow(/`first` must be from 1 to 100/);
  });

  test('an unknown cursor, a search of 201 letters and 301 countries are refused', () => {
    expect(() => ask(directory, { after: 'nonsense' })).toThrow(/`after`/);
    expect(() => ask(directory, { search: 'x'.repeat(201) })).toThrow(/at most 200 characters/);
    expect(() => ask(directory, { filter: { countries: Array.from({ length: 301 }, () => 'KE') } })).toThrow(/at most 300 values/);
  });
});
