import type {
  BoundingBox,
  Confidence,
  MoreOrganisationsQueryVariables,
  OrganisationFilter,
  OrganisationLevel,
  Region,
} from '../src/generated/graphql.js';

export interface TestOrganisation {
  name: string;
  level?: OrganisationLevel;
  country?: string;
  acronym?: string;
  networks?: string[];
  confidence?: Confidence;
  isFictional?: boolean;
  /** Short names of themes. */
  themes?: string[];
  /** The year of the source that names it. */
  namedIn?: number;
  /** The city in whose middle it chose to stand. */
  city?: { name: string; latitude: number; longitude: number };
  /** More of its fields, such as those of its profile. */
  more?: object;
}

const places: Readonly<Record<string, { region: Region; latitude: number; longitude: number }>> = {
  KH: { region: 'ASIA_AND_PACIFIC', latitude: 12.6, longitude: 104.9 },
  JP: { region: 'ASIA_AND_PACIFIC', latitude: 36.2, longitude: 138.3 },
  TH: { region: 'ASIA_AND_PACIFIC', latitude: 15.1, longitude: 101 },
  KE: { region: 'AFRICA', latitude: 0.2, longitude: 37.9 },
  UG: { region: 'AFRICA', latitude: 1.3, longitude: 32.4 },
  CH: { region: 'EUROPE_AND_CENTRAL_ASIA', latitude: 46.8, longitude: 8.2 },
  US: { region: 'NORTH_AMERICA', latitude: 39.5, longitude: -99 },
};

const slugOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
const sourceOf = (network: string) => `https://www.${slugOf(network)}.example/members`;

/** What the schema's root fields answer for these organisations, by the rules that the schema states. */
export function testRoot(organisations: readonly TestOrganisation[], duplicates: readonly [number, number][]) {
  const all = organisations.map((organisation, index) => recordOf(organisation, index));
  type OrganisationRecord = (typeof all)[number];

  const matches = (filter: OrganisationFilter, search: string) => (record: OrganisationRecord) => {
    const isPlaced = filter.countries || filter.regions || filter.withoutCountry;
    const countryFits =
      !isPlaced ||
      ((filter.countries || filter.regions) &&
        record.country !== null &&
        (filter.countries?.includes(record.country) ?? true) &&
        (filter.regions?.includes(record.region as Region) ?? true)) ||
      (filter.withoutCountry && record.country === null);
    const { within, knownBy } = filter;
    return (
      countryFits &&
      (!within || (record.place !== null && liesIn(within, record.place))) &&
      (knownBy == null || (record.namedIn !== null && record.namedIn <= knownBy)) &&
      (!filter.withoutKnownDay || record.namedIn === null) &&
      (filter.levels?.includes(record.level) ?? true) &&
      (filter.confidences?.includes(record.confidence) ?? true) &&
      (filter.themes ? record.themeIds.some((id: string) => filter.themes?.includes(id)) : true) &&
      (filter.networks ? record.affiliations.some(({ networkSlug }) => filter.networks?.includes(networkSlug)) : true) &&
      record.name.toLowerCase().includes(search.toLowerCase())
    );
  };

  const connectionOf = ({ filter, search, sort, first, after }: MoreOrganisationsQueryVariables) => {
    const conditions = filter ?? {};
    const found = all
      .filter(matches(conditions, search ?? ''))
      .sort(
        (one, other) =>
          (sort === 'COUNTRY' ? (one.country ?? 'ZZ').localeCompare(other.country ?? 'ZZ') : 0) || one.name.localeCompare(other.name),
      );
    const from = after ? found.findIndex(({ id }) => id === after) + 1 : 0;
    const page = found.slice(from, from + first);
    const leaving = (...names: (keyof OrganisationFilter)[]) => {
      const rest = Object.fromEntries(Object.entries(conditions).filter(([name]) => !names.includes(name as keyof OrganisationFilter)));
      return all.filter(matches(rest, search ?? ''));
    };
    return {
      edges: page.map((node) => ({ cursor: node.id, node, reasons: search ? [foundInName(node.name)] : [] })),
      pageInfo: { hasNextPage: from + first < found.length, endCursor: page.at(-1)?.id ?? null },
      totalCount: found.length,
      unplacedCount: found.filter(({ country }) => country === null).length,
      ...mapOf(found, leaving('knownBy', 'withoutKnownDay')),
      places: counted(found, ({ country }) => country).map(([country, count]) => ({ country, count, ...placeOf(country) })),
      facets: {
        regions: counted(leaving('regions', 'withoutCountry'), ({ region }) => region).map(([region, count]) => ({ region, count })),
        countries: counted(leaving('countries', 'withoutCountry'), ({ country }) => country).map(([country, count]) => ({
          country,
          count,
        })),
        levels: counted(leaving('levels'), ({ level }) => level).map(([level, count]) => ({ level, count })),
        networks: networkCounts(leaving('networks')),
        confidences: counted(leaving('confidences'), ({ confidence }) => confidence).map(([confidence, count]) => ({ confidence, count })),
        themes: themeCounts(leaving('themes')),
        unRegions: [],
        types: [],
        languages: [],
        mechanisms: [],
        offers: [],
        seeks: [],
        withoutCountry: leaving('countries', 'regions', 'withoutCountry').filter(({ country }) => country === null).length,
      },
    };
  };

  return {
    organisations: connectionOf,
    organisation: ({ slug }: { slug: string }) => {
      const record = all.find((one) => one.slug === slug);
      return record;
    },
    peers: ({ of }: { of: string }) => peersOf(all, of),
    peerWeights: [{ code: 'SAME_COUNTRY', points: 3, most: 1 }],
    searchSuggestions: ({ search }: { search: string }) => ({
      themes: themeCounts(all)
        .filter(({ theme }) => theme.id.startsWith(search.toLowerCase()))
        .map((found) => ({ ...found, term: found.theme.id })),
      countries: [],
      organisations: all
        .filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
        .map((node) => ({ cursor: node.id, node, reasons: [foundInName(node.name)] })),
    }),
    network: {
      name: 'Test Network',
      foundedIn: 1983,
      seat: 'Geneva',
      recordReadOn: '2025-05-06',
      isDemonstration: true,
      publishedCounts: [
        { on: '2019-05-31', precision: 'MONTH', organisations: 80, sourceUrl: 'https://example.org/2019' },
        { on: '2022-06-03', precision: 'DAY', organisations: 100, sourceUrl: 'https://example.org/2022' },
        { on: '2023-05-25', precision: 'DAY', organisations: 108, sourceUrl: 'https://example.org/2023' },
      ],
    },
    possibleDuplicates: () => ({
      totalCount: duplicates.length,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: duplicates.map(([left, right], index) => ({
        cursor: String(index),
        node: { id: `pair ${index}`, left: all[left], right: all[right], reasons: ['Similar names: “forum”'] },
      })),
    }),
  };
}

function recordOf(
  {
    name,
    level = 'NATIONAL',
    country,
    acronym,
    networks = ['Test Network'],
    confidence = 'HIGH',
    isFictional = false,
    themes = [],
    namedIn,
    city,
    more = {},
  }: TestOrganisation,
  index: number,
) {
  const place = country === undefined ? null : placeOf(country);
  return {
    id: `organisation ${index}`,
    slug: slugOf(name),
    name,
    acronym: acronym ?? null,
    level,
    country: country ?? null,
    region: place?.region ?? null,
    place: place && {
      latitude: city?.latitude ?? place.latitude,
      longitude: city?.longitude ?? place.longitude,
      precision: city ? 'CITY' : 'COUNTRY',
      city: city?.name ?? null,
      region: null,
    },
    namedIn: namedIn ?? null,
    confidence,
    isFictional,
    themeIds: themes,
    recordReadOn: '2025-05-06',
    confirmations: [],
    ...emptyProfile,
    profileVersion: 'version 1',
    history: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] },
    affiliations: networks.map((network) => ({
      network,
      networkSlug: slugOf(network),
      role: null,
      sourceUrl: sourceOf(network),
      confidence,
      from: null,
      to: null,
      namedOn: { on: '2018-06-01', precision: 'MONTH' },
      networkOrganisation: null,
    })),
    ...more,
  };
}

/** What the map asks of a list; the server's clusters are here its points, none gathered. */
function mapOf(found: readonly ReturnType<typeof recordOf>[], inAnyYear: readonly ReturnType<typeof recordOf>[]) {
  const points = counted(found, ({ country, place }) => place && JSON.stringify([country, place])).map(([key, count]) => {
    const [country, { city, ...place }] = JSON.parse(key) as [string, NonNullable<ReturnType<typeof recordOf>['place']>];
    return { country, ...place, area: city, count };
  });
  const years = [...new Set(inAnyYear.flatMap(({ namedIn }) => namedIn ?? []))].sort((one, other) => one - other);
  return {
    pointCount: points.length,
    points: points.length > mostPoints ? null : points,
    clusters: ({ within }: { within?: BoundingBox | null }) => {
      const clusters = points
        .filter((point) => !within || liesIn(within, point))
        .map(({ latitude, longitude, country, count, area }) => ({
          ...{ latitude, longitude, count, area, countryCount: 1, countries: [{ country, count }], partsAtZoom: null },
          ...{ west: longitude, east: longitude, south: latitude, north: latitude },
        }));
      return { clusters, notShownCount: found.length - clusters.reduce((sum, { count }) => sum + count, 0) };
    },
    growth: {
      years: years.map((year) => ({ year, count: inAnyYear.filter(({ namedIn }) => namedIn !== null && namedIn <= year).length })),
      withoutKnownDay: inAnyYear.filter(({ namedIn }) => namedIn === null).length,
    },
  };
}

const mostPoints = 5000;

function liesIn({ west, south, east, north }: BoundingBox, { latitude, longitude }: { latitude: number; longitude: number }): boolean {
  const isBetween = west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
  return isBetween && latitude >= south && latitude <= north;
}

/** Nothing stated yet. */
export const emptyProfile = {
  names: [],
  type: null,
  themes: [],
  mechanisms: [],
  countriesOfWork: [],
  languages: [],
  offers: [],
  seeks: [],
  foundedIn: null,
  website: null,
  descriptions: [],
  identifiers: [],
};

function placeOf(country: string) {
  const place = places[country];
  if (!place) throw new Error(`The test directory knows no place for ${country}.`);
  return place;
}

/** Those in the same country, and nobody else. */
function peersOf<T extends { slug: string; country: string | null }>(all: readonly T[], slug: string) {
  const record = all.find((one) => one.slug === slug);
  const reason = {
    code: 'SAME_COUNTRY',
    points: 3,
    themes: [],
    exchanges: [],
    languages: [],
    networks: [],
    country: record?.country ?? null,
    region: null,
    visitedOn: [],
    hours: null,
    reviewYear: null,
  };
  return all
    .filter((other) => record && other !== record && other.country !== null && other.country === record.country)
    .map((organisation) => ({ organisation, points: 3, reasons: [reason] }));
}

const foundInName = (name: string) => ({
  kind: 'NAME',
  text: name,
  isNearly: false,
  country: null,
  region: null,
  unRegion: null,
  theme: null,
});

function themeCounts(records: readonly { themeIds: string[] }[]) {
  const counts = counted(
    records.flatMap(({ themeIds }) => themeIds),
    (id) => id,
  );
  return counts.map(([id, count]) => ({ theme: { id, label: `${id.charAt(0).toUpperCase()}${id.slice(1)}` }, count }));
}

function counted<T, K extends string>(records: readonly T[], keyOf: (record: T) => K | null): [K, number][] {
  const counts = new Map<K, number>();
  for (const record of records) {
    const key = keyOf(record);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts];
}

function networkCounts(records: readonly ReturnType<typeof recordOf>[]) {
  const networks = new Map(records.flatMap(({ affiliations }) => affiliations).map(({ networkSlug, network }) => [networkSlug, network]));
  return [...networks].map(([slug, network]) => ({
    slug,
    network,
    count: records.filter(({ affiliations }) => affiliations.some(({ networkSlug }) => networkSlug === slug)).length,
  }));
}
