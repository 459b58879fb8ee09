import type {
  Confidence,
  Mechanism,
  OrganisationFilter,
  OrganisationLevel,
  OrganisationSort,
  OrganisationType,
  Region,
  UnRegion,
} from '../generated/graphql.js';
import type { Box } from './map/box.js';
import { levels, mechanisms, organisationTypes } from './vocabulary.js';

/** What the reader has asked of the directory. It stands in the address, so that a link opens the same view. */
export interface DirectoryView {
  readonly search: string;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly regions: readonly Region[];
  readonly levels: readonly OrganisationLevel[];
  /** Short names of networks. */
  readonly networks: readonly string[];
  readonly confidences: readonly Confidence[];
  readonly unRegions: readonly UnRegion[];
  readonly types: readonly OrganisationType[];
  /** Short names of themes. */
  readonly themes: readonly string[];
  /** Languages of work, ISO 639-1. */
  readonly languages: readonly string[];
  readonly mechanisms: readonly Mechanism[];
  /** Short names of what they offer. */
  readonly offers: readonly string[];
  /** Short names of what they seek. */
  readonly seeks: readonly string[];
  /** Those without a stated country, as one more place beside countries and regions. */
  readonly withoutCountry: boolean;
  /** A part of the map; those outside it, and those without a point, are left out. */
  readonly within: Box | undefined;
  /** The year by which they are known to be in. */
  readonly knownBy: number | undefined;
  /** Those of whom no source has a day, as one more alternative beside `knownBy`. */
  readonly withoutKnownDay: boolean;
  /** Undefined is the order that fits: best match first for a search, else by name. */
  readonly sort: OrganisationSort | undefined;
  readonly layout: 'list' | 'table';
}

export const emptyView: DirectoryView = {
  search: '',
  countries: [],
  regions: [],
  levels: [],
  networks: [],
  confidences: [],
  unRegions: [],
  types: [],
  themes: [],
  languages: [],
  mechanisms: [],
  offers: [],
  seeks: [],
  withoutCountry: false,
  within: undefined,
  knownBy: undefined,
  withoutKnownDay: false,
  sort: undefined,
  layout: 'list',
};

const regions = [
  'AFRICA',
  'ARAB_REGION',
  'ASIA_AND_PACIFIC',
  'EUROPE_AND_CENTRAL_ASIA',
  'LATIN_AMERICA_AND_CARIBBEAN',
  'NORTH_AMERICA',
] as const satisfies Region[];
const confidences = ['HIGH', 'MEDIUM', 'LOW'] as const satisfies Confidence[];
const unRegions = [
  'AFRICAN_STATES',
  'ASIA_PACIFIC_STATES',
  'EASTERN_EUROPEAN_STATES',
  'LATIN_AMERICAN_AND_CARIBBEAN_STATES',
  'WESTERN_EUROPEAN_AND_OTHER_STATES',
] as const satisfies UnRegion[];
const sorts = ['NAME', 'COUNTRY', 'RELEVANCE'] as const satisfies OrganisationSort[];
const names = [
  'q',
  'theme',
  'country',
  'region',
  'un-region',
  'unplaced',
  'type',
  'level',
  'language',
  'network',
  'offer',
  'seek',
  'mechanism',
  'confidence',
  'box',
  'year',
  'undated',
  'sort',
  'view',
] as const;

/** Reads an address; what it does not know, it leaves out. */
export function readView(query: URLSearchParams): DirectoryView {
  const valuesOf = (name: string) => [...new Set(query.getAll(name).flatMap((value) => value.split(',')))].filter(Boolean);
  const oneOf = <T extends string>(known: readonly T[], name: string) =>
    known.filter((value) => valuesOf(name).map(asEnum).includes(value));
  return {
    search: (query.get('q') ?? '').trim().slice(0, 200),
    countries: [...new Set(valuesOf('country').map((code) => code.toUpperCase()))].filter((code) => /^[A-Z]{2}$/.test(code)),
    regions: oneOf(regions, 'region'),
    levels: oneOf(levels, 'level'),
    networks: valuesOf('network'),
    confidences: oneOf(confidences, 'confidence'),
    unRegions: oneOf(unRegions, 'un-region'),
    types: oneOf(organisationTypes, 'type'),
    themes: valuesOf('theme'),
    languages: valuesOf('language'),
    mechanisms: oneOf(mechanisms, 'mechanism'),
    offers: valuesOf('offer'),
    seeks: valuesOf('seek'),
    withoutCountry: query.get('unplaced') === '1',
    within: readBox(query.get('box')),
    knownBy: /^\d{4}$/.test(query.get('year') ?? '') ? Number(query.get('year')) : undefined,
    withoutKnownDay: query.get('undated') === '1',
    sort: oneOf(sorts, 'sort')[0],
    layout: query.get('view') === 'table' ? 'table' : 'list',
  };
}

/** Writes a view into an address; what else stands there (language, place of the map) is kept. */
export function writeView(view: DirectoryView, kept = new URLSearchParams()): URLSearchParams {
  const query = new URLSearchParams(kept);
  for (const name of names) query.delete(name);
  const values: Record<(typeof names)[number], string> = {
    q: view.search,
    country: view.countries.join(','),
    region: view.regions.map(asWord).join(','),
    unplaced: view.withoutCountry ? '1' : '',
    level: view.levels.map(asWord).join(','),
    network: view.networks.join(','),
    confidence: view.confidences.map(asWord).join(','),
    'un-region': view.unRegions.map(asWord).join(','),
    type: view.types.map(asWord).join(','),
    theme: view.themes.join(','),
    language: view.languages.join(','),
    mechanism: view.mechanisms.map(asWord).join(','),
    offer: view.offers.join(','),
    seek: view.seeks.join(','),
    box: view.within ? [view.within.west, view.within.south, view.within.east, view.within.north].join(',') : '',
    year: view.knownBy?.toString() ?? '',
    undated: view.withoutKnownDay ? '1' : '',
    sort: view.sort ? asWord(view.sort) : '',
    view: view.layout === 'table' ? 'table' : '',
  };
  for (const name of names) if (values[name]) query.set(name, values[name]);
  return query;
}

/** The address of a page that shows a part of the directory, such as `/directory?region=africa`. */
export function addressOf(part: Partial<DirectoryView>, page = '/directory'): string {
  const query = withCommas(writeView({ ...emptyView, ...part }));
  return query ? `${page}?${query}` : page;
}

/** Commas are allowed in a query and read better than their code. */
export function withCommas(query: URLSearchParams): string {
  return query.toString().replaceAll('%2C', ',');
}

/** The variables of a query for this view. */
export function variablesOf(view: DirectoryView) {
  const filter: OrganisationFilter = {
    ...(view.countries.length && { countries: [...view.countries] }),
    ...(view.regions.length && { regions: [...view.regions] }),
    ...(view.withoutCountry && { withoutCountry: true }),
    ...(view.levels.length && { levels: [...view.levels] }),
    ...(view.networks.length && { networks: [...view.networks] }),
    ...(view.confidences.length && { confidences: [...view.confidences] }),
    ...(view.unRegions.length && { unRegions: [...view.unRegions] }),
    ...(view.types.length && { types: [...view.types] }),
    ...(view.themes.length && { themes: [...view.themes] }),
    ...(view.languages.length && { languages: [...view.languages] }),
    ...(view.mechanisms.length && { mechanisms: [...view.mechanisms] }),
    ...(view.offers.length && { offers: [...view.offers] }),
    ...(view.seeks.length && { seeks: [...view.seeks] }),
    ...(view.within && { within: view.within }),
    ...(view.knownBy !== undefined && { knownBy: view.knownBy }),
    ...(view.withoutKnownDay && { withoutKnownDay: true }),
  };
  return {
    filter: Object.keys(filter).length ? filter : null,
    search: view.search || null,
    sort: view.sort ?? (view.search ? ('RELEVANCE' as const) : ('NAME' as const)),
  };
}

/** Puts a value into a choice, or takes it out. */
export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

/** Reads `west,south,east,north`; undefined for anything that is no box on the earth. */
function readBox(text: string | null): Box | undefined {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = (text || 'none').split(',').map(Number);
  const isBox = Math.max(Math.abs(west), Math.abs(east)) <= 180 && Math.max(Math.abs(south), Math.abs(north)) <= 90 && south <= north;
  return isBox ? { west, south, east, north } : undefined;
}

const asWord = (value: string) => value.toLowerCase().replaceAll('_', '-');
const asEnum = (word: string) => word.toUpperCase().replaceAll('-', '_');
