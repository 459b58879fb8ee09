import * as fc from 'fast-check';
import { Types } from 'mongoose';
import type { Viewer } from '../../people/index.js';
import type { AffiliationShape } from '../Affiliation.js';
import { DirectoryIndex } from '../DirectoryIndex.js';
import type { OrganisationShape } from '../Organisation.js';
import { confidences, levels } from '../OrganisationRecord.js';
import { slugOf } from '../slug.js';

const emptyProfile = {
  names: [],
  type: null,
  statedThemes: null,
  mechanisms: [],
  countriesOfWork: [],
  languages: [],
  offers: [],
  seeks: [],
  foundedIn: null,
  website: null,
  descriptions: [],
  identifiers: [],
  confirmations: [],
  chosenPlace: null,
  seat: null,
  stated: [],
  mergedInto: null,
} satisfies Partial<OrganisationShape>;

/** A listed organisation with nothing remarkable but what the test says. */
export function organisationShape(facts: Partial<OrganisationShape> & { name: string }): OrganisationShape {
  const _id = facts._id ?? new Types.ObjectId();
  return {
    _id,
    slug: `${slugOf(facts.name) || 'organisation'}-${String(_id).slice(-6)}`,
    key: String(_id),
    acronym: null,
    level: 'NATIONAL',
    country: null,
    confidence: 'HIGH',
    sourceUrl: 'https://fictional.example/',
    isNetworkSecretariat: false,
    isFictional: false,
    listing: 'LISTED',
    recordReadOn: '2025-01-01',
    ...emptyProfile,
    ...facts,
  };
}

export function affiliationShape(organisation: Types.ObjectId, network: string, facts: Partial<AffiliationShape> = {}): AffiliationShape {
  return {
    _id: new Types.ObjectId(),
    organisation,
    network,
    networkSlug: slugOf(network),
    role: null,
    sourceUrl: 'https://fictional.example/',
    confidence: 'HIGH',
    from: null,
    to: null,
    namedOn: null,
    ...facts,
  };
}

/** Somebody who holds a seat of each of these organisations, and no office. */
export function viewerWithSeatsOf(...organisations: readonly Types.ObjectId[]): Viewer {
  const seats = organisations.map((organisation) => ({
    organisationId: String(organisation),
    kind: 'CONTACT' as const,
    isAdministrator: false,
  }));
  return { accountId: 'fictional-account', personId: 'fictional-person', offices: [], seats };
}

type TestEntry = Partial<OrganisationShape> & {
  name: string;
  networks?: readonly string[];
  /** When it is known to be in each of `networks`, in their order. */
  years?: readonly ({ named?: number | null; from?: number | null; to?: number | null } | undefined)[];
};

function daysOf(years: NonNullable<TestEntry['years']>[number]): Pick<AffiliationShape, 'from' | 'to' | 'namedOn'> {
  const day = (year: number | null | undefined) => (year ? { on: `${year}-06-15`, precision: 'DAY' as const } : null);
  return { from: day(years?.from), to: day(years?.to), namedOn: day(years?.named) };
}

/** An index of these organisations, each with the networks that it belongs to. */
export function indexOf(...entries: TestEntry[]): DirectoryIndex {
  const index = new DirectoryIndex();
  for (const { networks = [], years = [], ...facts } of entries) {
    const organisation = organisationShape(facts);
    index.putOrganisation(organisation);
    for (const [at, network] of networks.entries()) index.putAffiliation(affiliationShape(organisation._id, network, daysOf(years[at])));
  }
  return index;
}

export const someCountries = ['KE', 'TG', 'KH', 'PH', 'FR', 'GB', 'LB', 'CL'] as const;
export const someNetworks = ['Fictional Alliance', 'Fictional Union', 'Fictional Forum'] as const;
/** Published middles of invented areas, so that several share one and some stand at the edges of the map. */
const someCities = [
  { latitude: -1.28, longitude: 36.82, precision: 'CITY', region: 'First Region', city: 'First City' },
  { latitude: 14.6, longitude: 121, precision: 'CITY', region: null, city: 'Second City' },
  { latitude: -13.8, longitude: -171.8, precision: 'REGION', region: 'Third Region', city: null },
  { latitude: -18.1, longitude: 178.4, precision: 'CITY', region: null, city: 'Fourth City' },
] as const;
const someYear = fc.option(fc.integer({ min: 2000, max: 2010 }));
export const someThemes = ['education', 'health', 'torture'] as const;
const someWords = ['Education', 'Child', 'Rights', 'Centre', 'Enfants', 'Niñez', 'Voices', 'Coalition', 'أطفال'] as const;

/** Small directories full of ties and gaps: shared names, no country, several networks, unlisted ones. */
export const anyDirectory = fc.array(
  fc
    .record({
      name: fc.array(fc.constantFrom(...someWords), { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
      country: fc.option(fc.constantFrom(...someCountries)),
      level: fc.constantFrom(...levels),
      confidence: fc.constantFrom(...confidences),
      listing: fc.constantFrom('LISTED', 'LISTED', 'LISTED', 'MEMBERS', 'UNLISTED'),
      networks: fc.subarray([...someNetworks]),
      years: fc.array(fc.record({ named: someYear, from: someYear, to: someYear }), { minLength: 3, maxLength: 3 }),
      type: fc.option(fc.constantFrom('NATIONAL_COALITION' as const, 'ACADEMIC' as const)),
      statedThemes: fc.option(fc.subarray([...someThemes])),
      languages: fc.subarray(['en', 'fr', 'ar']),
      mechanisms: fc.subarray(['HUMAN_RIGHTS_COUNCIL', 'UNIVERSAL_PERIODIC_REVIEW'] as const),
      offers: fc.subarray(['training', 'visits']),
      seeks: fc.subarray(['training', 'research']),
      chosenPlace: fc.option(fc.constantFrom(...someCities), { freq: 2 }),
    })
    // Who names no country has chosen no place in it.
    .map((entry) => ({ ...entry, chosenPlace: entry.country === null ? null : entry.chosenPlace })),
  { maxLength: 40 },
);

/** Boxes of every size, with some that cross the date line and some that are one point. */
export const anyBox = fc
  .record({
    west: fc.integer({ min: -180, max: 180 }),
    east: fc.integer({ min: -180, max: 180 }),
    one: fc.integer({ min: -90, max: 90 }),
    other: fc.integer({ min: -90, max: 90 }),
  })
  .map(({ west, east, one, other }) => ({ west, east, south: Math.min(one, other), north: Math.max(one, other) }));

/** Any filter of the public query. */
export const anyFilter = fc.record(
  {
    countries: fc.subarray([...someCountries, 'ZZ'], { maxLength: 3 }),
    regions: fc.subarray(['AFRICA', 'ASIA_AND_PACIFIC', 'EUROPE_AND_CENTRAL_ASIA', 'ARAB_REGION'] as const, { maxLength: 2 }),
    withoutCountry: fc.boolean(),
    levels: fc.subarray([...levels], { maxLength: 2 }),
    networks: fc.subarray([...someNetworks.map(slugOf), 'no-such-network'], { maxLength: 2 }),
    confidences: fc.subarray([...confidences], { maxLength: 2 }),
    within: anyBox,
    knownBy: fc.option(fc.integer({ min: 1999, max: 2011 })),
    withoutKnownDay: fc.boolean(),
    unRegions: fc.subarray(['AFRICAN_STATES', 'ASIA_PACIFIC_STATES', 'WESTERN_EUROPEAN_AND_OTHER_STATES'] as const, { maxLength: 2 }),
    types: fc.subarray(['NATIONAL_COALITION', 'ACADEMIC', 'INDIVIDUAL'] as const, { maxLength: 2 }),
    themes: fc.subarray([...someThemes, 'no-such-theme'], { maxLength: 2 }),
    languages: fc.subarray(['en', 'fr', 'ar', 'xx'], { maxLength: 2 }),
    mechanisms: fc.subarray(['HUMAN_RIGHTS_COUNCIL', 'UNIVERSAL_PERIODIC_REVIEW'] as const, { maxLength: 1 }),
    offers: fc.subarray(['training', 'visits', 'no-such-exchange'], { maxLength: 2 }),
    seeks: fc.subarray(['training', 'research'], { maxLength: 1 }),
  },
  { requiredKeys: [] },
);

export const anySearch = fc.option(
  fc.constantFrom('child', 'education', 'salud', 'enf', 'ninez', 'kenya', 'الفلبين', 'fictional union', 'zzzz', '', 'of the'),
);
