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

/** An index of these organisations, each with the networks that it belongs to. */
export function indexOf(...entries: (Partial<OrganisationShape> & { name: string; networks?: readonly string[] })[]): DirectoryIndex {
  const index = new DirectoryIndex();
  for (const { networks = [], ...facts } of entries) {
    const organisation = organisationShape(facts);
    index.putOrganisation(organisation);
    for (const network of networks) index.putAffiliation(affiliationShape(organisation._id, network));
  }
  return index;
}

export const someCountries = ['KE', 'TG', 'KH', 'PH', 'FR', 'GB', 'LB', 'CL'] as const;
export const someNetworks = ['Fictional Alliance', 'Fictional Union', 'Fictional Forum'] as const;
const someWords = ['Child', 'Rights', 'Centre', 'Enfants', 'Niñez', 'Voices', 'Coalition', 'أطفال'] as const;

/** Small directories full of ties and gaps: shared names, no country, several networks, unlisted ones. */
export const anyDirectory = fc.array(
  fc.record({
    name: fc.array(fc.constantFrom(...someWords), { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    country: fc.option(fc.constantFrom(...someCountries)),
    level: fc.constantFrom(...levels),
    confidence: fc.constantFrom(...confidences),
    listing: fc.constantFrom('LISTED', 'LISTED', 'LISTED', 'MEMBERS', 'UNLISTED'),
    networks: fc.subarray([...someNetworks]),
  }),
  { maxLength: 40 },
);

/** Any filter of the public query. */
export const anyFilter = fc.record(
  {
    countries: fc.subarray([...someCountries, 'ZZ'], { maxLength: 3 }),
    regions: fc.subarray(['AFRICA', 'ASIA_AND_PACIFIC', 'EUROPE_AND_CENTRAL_ASIA', 'ARAB_REGION'] as const, { maxLength: 2 }),
    withoutCountry: fc.boolean(),
    levels: fc.subarray([...levels], { maxLength: 2 }),
    networks: fc.subarray([...someNetworks.map(slugOf), 'no-such-network'], { maxLength: 2 }),
    confidences: fc.subarray([...confidences], { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

export const anySearch = fc.option(fc.constantFrom('child', 'enf', 'ninez', 'kenya', 'الفلبين', 'fictional union', 'zzzz', '', 'of the'));
