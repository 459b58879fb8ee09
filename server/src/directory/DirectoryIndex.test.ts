import * as fc from 'fast-check';
import { Types } from 'mongoose';
import { DirectoryIndex } from './DirectoryIndex.js';
import type { AffiliationShape } from './Affiliation.js';
import type { OrganisationShape } from './Organisation.js';
import { organisations } from './queries.js';
import { facetNames } from './search/FacetIndex.js';
import { affiliationShape, indexOf, organisationShape, someCountries, someNetworks } from './testing/records.js';

const keys = Array.from({ length: 6 }, (_, number) => new Types.ObjectId(String(number).padStart(24, '0')));

type Event = { put: OrganisationShape } | { remove: Types.ObjectId } | { affiliate: AffiliationShape } | { part: Types.ObjectId };

const anyKey = fc.constantFrom(...keys);
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc
    .record({ _id: anyKey, name: fc.constantFrom('Voices', 'Enfants', 'Niñez'), country: fc.option(fc.constantFrom(...someCountries)) })
    .map((facts) => ({
      put: organisationShape({ ...facts, slug: `slug-${String(facts._id)}` }),
    })),
  anyKey.map((remove) => ({ remove })),
  fc.record({ _id: anyKey, organisation: anyKey, network: fc.constantFrom(...someNetworks) }).map(({ organisation, network, _id }) => ({
    affiliate: affiliationShape(organisation, network, { _id }),
  })),
  anyKey.map((part) => ({ part })),
);

function answers(directory: DirectoryIndex): unknown {
  const ask = (search: string | null) => {
    const connection = organisations({ directory, viewer: null, language: 'en' }, { first: 100, search });
    // Edges and facets work out what they hold when they are asked for it.
    const edges = connection.edges.map(({ cursor, node, reasons }) => ({ cursor, node, reasons }));
    const map = { points: connection.map.points(), growth: connection.map.growth() };
    return { ...connection, edges, map, facets: facetNames.map((facet) => connection.facets[facet]) };
  };
  return [ask(null), ask('voices'), ask('fictional union'), ask('kenya')];
}

test('after any events the memory answers as one that is read anew from the database', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      const kept = new DirectoryIndex();
      const stored = new Map<string, OrganisationShape>();
      const affiliations = new Map<string, AffiliationShape>();
      for (const event of events) {
        if ('put' in event) {
          stored.set(String(event.put._id), event.put);
          kept.putOrganisation(event.put);
        } else if ('remove' in event) {
          stored.delete(String(event.remove));
          kept.removeOrganisation(String(event.remove));
        } else if ('affiliate' in event) {
          affiliations.set(String(event.affiliate._id), event.affiliate);
          kept.putAffiliation(event.affiliate);
        } else {
          affiliations.delete(String(event.part));
          kept.removeAffiliation(String(event.part));
        }
        // Asked in between, so that nothing kept from before can go unnoticed.
        answers(kept);
      }
      const anew = new DirectoryIndex();
      anew.replaceAll([...stored.values()], [...affiliations.values()], []);
      expect(answers(kept)).toEqual(answers(anew));
      expect(kept.size).toBe(stored.size);
    }),
    { numRuns: 300 },
  );
});

test('an organisation is found by its short name, its key and, renamed, no more by the old name', () => {
  const index = new DirectoryIndex();
  const before = organisationShape({ name: 'Before' });
  index.putOrganisation(before);
  index.putOrganisation({ ...before, name: 'After', slug: 'after' });
  expect(index.bySlug('after', null)).toBe(index.byId(String(before._id), null));
  expect(index.bySlug(before.slug, null)).toBeNull();
  expect(index.size).toBe(1);
});

test('a network is known by its members and led by the organisation of that name or acronym', () => {
  const index = indexOf(
    { name: 'Fictional Grassroots Union', acronym: 'FGU', isNetworkSecretariat: true },
    { name: 'Manara Example (Long Name)', isNetworkSecretariat: true },
    { name: 'One', networks: ['FGU', 'Manara Example'] },
    { name: 'Two', networks: ['FGU'] },
  );
  expect(index.networkSize('fgu')).toBe(2);
  expect(index.networkOrganisation('fgu', null)?.name).toBe('Fictional Grassroots Union');
  expect(index.networkOrganisation('manara-example', null)?.name).toBe('Manara Example (Long Name)');
  expect(index.networkLedBy(index.networkOrganisation('fgu', null)!)).toBe('fgu');
  expect(index.networkName('no-such-network')).toBeUndefined();
});

test('a pair is proposed only to those who may see both', () => {
  const [one, other] = [organisationShape({ name: 'One' }), organisationShape({ name: 'Öne', listing: 'UNLISTED' })];
  const index = new DirectoryIndex();
  const reasons = [{ kind: 'SAME_NAME' as const, words: 'one' }];
  index.replaceAll([one, other], [], [{ _id: new Types.ObjectId(), left: one._id, right: other._id, reasons, keptApart: null }]);
  expect(index.possibleDuplicates(null)).toEqual([]);
  index.putOrganisation({ ...other, listing: 'LISTED' });
  expect(index.possibleDuplicates(null)).toMatchObject([{ left: { name: 'One' }, right: { name: 'Öne' }, reasons }]);
});

test('ten thousand organisations are taken in and counted', () => {
  const many = Array.from({ length: 10_000 }, (_, number) =>
    organisationShape({ name: `Fictional Centre ${number} ${someCountries[number % 8]}`, country: someCountries[number % 8] ?? null }),
  );
  const index = new DirectoryIndex();
  index.replaceAll(
    many,
    many.map((each, number) => affiliationShape(each._id, someNetworks[number % 3] ?? '')),
    [],
  );
  const ask = (search: string | null) => organisations({ directory: index, viewer: null, language: 'en' }, { first: 50, search });
  expect(ask(null).totalCount).toBe(10_000);
  expect(ask('fictional centre 77').totalCount).toBeGreaterThan(0);
});
