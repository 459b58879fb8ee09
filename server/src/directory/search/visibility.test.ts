import * as fc from 'fast-check';
import type { Viewer } from '../../people/index.js';
import type { OrganisationFilter } from '../choice.js';
import { DirectoryIndex } from '../DirectoryIndex.js';
import { canSeeOrganisation } from '../policy.js';
import type { OrganisationConnection } from '../queries.js';
import { organisations } from '../queries.js';
import { searchSuggestions } from '../suggest.js';
import { publicOrganisations } from '../testing/publicRecords.js';
import { affiliationShape, anyDirectory, anyFilter, anySearch, organisationShape, viewerWithSeatsOf } from '../testing/records.js';
import { facetNames } from './FacetIndex.js';

const member = viewerWithSeatsOf();
const office = (kind: Viewer['offices'][number]['kind']): Viewer => ({ ...member, offices: [{ kind }] });

/** Everything that an answer tells, with cursors, reasons and facets worked out. */
function told(directory: DirectoryIndex, viewer: Viewer | null, filter: OrganisationFilter | null, search: string | null): unknown {
  const connection = organisations({ directory, viewer, language: 'en' }, { first: 100, filter, search });
  return {
    edges: connection.edges.map(({ cursor, node, reasons }) => ({ cursor, name: node.name, reasons })),
    pageInfo: connection.pageInfo,
    totalCount: connection.totalCount,
    places: connection.places,
    unplacedCount: connection.unplacedCount,
    facets: facetNames.map((facet) => connection.facets[facet]),
    withoutCountry: connection.facets.withoutCountry,
    suggestions: searchSuggestions({ directory, viewer, language: 'en' }, { search: search ?? '', first: 10 }).themes,
  };
}

test('whatever is filtered and searched, a reader is told what a directory of those alone would tell whom they may see', () => {
  fc.assert(
    fc.property(anyDirectory, anyFilter, anySearch, fc.integer({ min: 0, max: 4 }), (entries, filter, search, seats) => {
      const kept = entries.map(({ networks, ...facts }) => {
        const shape = organisationShape(facts);
        return { shape, affiliations: networks.map((network) => affiliationShape(shape._id, network)) };
      });
      const viewer = seats === 0 ? null : viewerWithSeatsOf(...kept.slice(0, seats - 1).map(({ shape }) => shape._id));
      const index = (some: typeof kept): DirectoryIndex => {
        const made = new DirectoryIndex();
        made.replaceAll(
          some.map(({ shape }) => shape),
          some.flatMap(({ affiliations }) => affiliations),
          [],
        );
        return made;
      };
      const seen = kept.filter(({ shape }) => canSeeOrganisation(viewer, { id: String(shape._id), listing: shape.listing }));
      expect(told(index(kept), viewer, filter, search)).toEqual(told(index(seen), viewer, filter, search));
    }),
    { numRuns: 200 },
  );
});

test('every organisation that a search finds has its reasons', () => {
  fc.assert(
    fc.property(anyDirectory, anySearch, (entries, search) => {
      const index = new DirectoryIndex();
      for (const { networks, ...facts } of entries) {
        const shape = organisationShape(facts);
        index.putOrganisation(shape);
        for (const network of networks) index.putAffiliation(affiliationShape(shape._id, network));
      }
      const { edges } = organisations({ directory: index, viewer: null, language: 'en' }, { first: 100, search });
      const searches = search !== null && search.trim() !== '';
      for (const { reasons } of edges) expect(reasons.length > 0).toBe(searches);
    }),
  );
});

test('a search or filter finds nothing finer than an organisation has chosen to show', () => {
  const index = new DirectoryIndex();
  const place = { latitude: 1, longitude: 2, precision: 'COUNTRY' as const, region: null, city: null };
  const seat = { street: '12 Hidden Street', city: 'Secretville', region: 'Concealedshire' };
  index.putOrganisation(organisationShape({ name: 'Fictional Centre', country: 'KE', chosenPlace: place, seat }));
  index.putOrganisation(
    organisationShape({
      name: 'Open Forum',
      country: 'KE',
      chosenPlace: { ...place, precision: 'CITY', region: 'Openshire', city: 'Opentown' },
      seat,
    }),
  );
  const found = (search: string) =>
    organisations({ directory: index, viewer: null, language: 'en' }, { first: 10, search }).edges.map(({ node }) => node.name);
  for (const word of ['hidden', '12 Hidden Street', 'Secretville', 'concealedshire', 'Concealedshir']) expect(found(word)).toEqual([]);
  expect(found('opentown')).toEqual(['Open Forum']);
  expect(found('Openshire')).toEqual(['Open Forum']);
  expect(found('kenya')).toHaveLength(2);
});

describe('for five kinds of reader and twenty filters, each count is the total and the length of the whole list', () => {
  const index = new DirectoryIndex();
  const listings = ['LISTED', 'LISTED', 'MEMBERS', 'UNLISTED'] as const;
  const shapes = publicOrganisations().map(({ networks, ...facts }, number) => ({
    networks,
    shape: organisationShape({
      ...facts,
      listing: listings[number % 7] ?? 'LISTED',
      type: number % 3 === 0 ? 'NATIONAL_COALITION' : null,
      languages: number % 2 === 0 ? ['en'] : ['fr', 'ar'],
      offers: number % 4 === 0 ? ['training'] : [],
      seeks: number % 5 === 0 ? ['training', 'visits'] : [],
      mechanisms: number % 6 === 0 ? ['HUMAN_RIGHTS_COUNCIL'] : [],
    }),
  }));
  index.replaceAll(
    shapes.map(({ shape }) => shape),
    shapes.flatMap(({ shape, networks }) => networks.map((network) => affiliationShape(shape._id, network))),
    [],
  );
  const hidden = shapes.filter(({ shape }) => shape.listing === 'UNLISTED').map(({ shape }) => shape._id);
  const readers: [string, Viewer | null][] = [
    ['a visitor', null],
    ['a member without a seat', member],
    ['somebody who sits in hidden organisations', viewerWithSeatsOf(...hidden.slice(0, 3))],
    ['the secretariat', office('SECRETARIAT')],
    ['an operator', office('OPERATOR')],
  ];
  const filters: [OrganisationFilter, string | null][] = [
    [{}, null],
    [{ countries: ['KE'] }, null],
    [{ countries: ['KE', 'CH'], levels: ['NATIONAL'] }, null],
    [{ regions: ['AFRICA'] }, null],
    [{ regions: ['AFRICA', 'ARAB_REGION'], languages: ['fr'] }, null],
    [{ unRegions: ['EASTERN_EUROPEAN_STATES'] }, null],
    [{ unRegions: ['AFRICAN_STATES'], withoutCountry: true }, null],
    [{ withoutCountry: true }, null],
    [{ levels: ['INTERNATIONAL'] }, null],
    [{ networks: ['eurochild'] }, null],
    [{ networks: ['eurochild', 'saagn'], confidences: ['HIGH'] }, null],
    [{ types: ['NATIONAL_COALITION'] }, null],
    [{ themes: ['education'] }, null],
    [{ themes: ['violence', 'torture'], types: ['NATIONAL_COALITION'] }, null],
    [{ languages: ['ar'] }, null],
    [{ offers: ['training'] }, null],
    [{ offers: ['training'], seeks: ['visits'] }, null],
    [{ mechanisms: ['HUMAN_RIGHTS_COUNCIL'], regions: ['EUROPE_AND_CENTRAL_ASIA'] }, null],
    [{}, 'children'],
    [{ languages: ['en'] }, 'child rights'],
  ];

  test.each(readers)('%s', (_who, viewer) => {
    const ask = (filter: OrganisationFilter, search: string | null, after: string | null = null): OrganisationConnection =>
      organisations({ directory: index, viewer, language: 'fr' }, { first: 40, filter, search, after });
    for (const [filter, search] of filters) {
      const { facets, totalCount } = ask(filter, search);
      let length = 0;
      for (let after: string | null = null; ;) {
        const { edges, pageInfo } = ask(filter, search, after);
        length += edges.length;
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect([filter, length]).toEqual([filter, totalCount]);
      for (const facet of facetNames) {
        const ofPlace = ['countries', 'regions', 'unRegions'].includes(facet) ? { withoutCountry: false } : {};
        for (const { count, ...named } of facets[facet]) {
          const [value] = 'slug' in named ? [named.slug] : Object.values(named);
          const chosen = { ...filter, ...ofPlace, [facet]: [typeof value === 'object' ? value.id : value] };
          expect([filter, chosen, count]).toEqual([filter, chosen, ask(chosen, search).totalCount]);
        }
      }
    }
  });
});
