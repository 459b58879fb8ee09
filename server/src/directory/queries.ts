import type { Context } from '../context.js';
import { askingByKey } from '../people/index.js';
import { badUserInput } from '../platform/errors.js';
import type { Connection, PageArguments } from '../platform/pagination.js';
import { checkFirst, connectionOfList } from '../platform/pagination.js';
import type { DirectoryAnswer, DirectoryQuestion, PossibleDuplicateRecord } from './DirectoryIndex.js';
import { describeReason } from './describeReason.js';
import type { BoundingBox } from './map/BoundingBox.js';
import { checkBox } from './map/BoundingBox.js';
import type { Growth } from './map/knownYears.js';
import { anyYear, growthOf } from './map/knownYears.js';
import type { OrganisationMap } from './map/organisationMap.js';
import { organisationMap } from './map/organisationMap.js';
import type { NetworkRecord } from './network.js';
import type { SortName } from './organisationOrder.js';
import type { AffiliationRecord, ConfidenceName, LevelName, OrganisationRecord } from './OrganisationRecord.js';
import type { PeerRecord } from './peers.js';
import { peersOf } from './peers.js';
import { placeOf } from './places/places.js';
import type { RegionName } from './places/regions.js';
import { regionOf } from './places/regions.js';
import type { Counts, OrganisationChoice } from './selectOrganisations.js';

/** What the public query takes; every list may be left out. */
export interface OrganisationsArguments extends PageArguments {
  filter?: OrganisationFilter | null | undefined;
  search?: string | null | undefined;
  sort?: SortName | null | undefined;
}

export interface OrganisationFilter {
  countries?: readonly string[] | null | undefined;
  regions?: readonly RegionName[] | null | undefined;
  withoutCountry?: boolean | null | undefined;
  levels?: readonly LevelName[] | null | undefined;
  networks?: readonly string[] | null | undefined;
  confidences?: readonly ConfidenceName[] | null | undefined;
  within?: BoundingBox | null | undefined;
  knownBy?: number | null | undefined;
  withoutKnownDay?: boolean | null | undefined;
}

export interface OrganisationConnection extends Connection<OrganisationRecord> {
  facets: {
    regions: { region: RegionName; count: number }[];
    countries: { country: string; count: number }[];
    levels: { level: LevelName; count: number }[];
    networks: { network: string; slug: string; count: number }[];
    confidences: { confidence: ConfidenceName; count: number }[];
    withoutCountry: number;
  };
  places: { country: string; region: RegionName; latitude: number; longitude: number; count: number }[];
  unplacedCount: number;
  /** What the schema's fields of the map are answered from. */
  map: OrganisationMap;
}

export type NetworkAnswer = NetworkRecord & { isDemonstration: boolean };

type Asked = Pick<Context, 'directory' | 'viewer' | 'language'>;

const longestSearch = 200;
/** More values than there are countries ask for nothing that a page could. */
const mostValues = 300;

export function organisations(context: Asked, { filter, search, sort, ...page }: OrganisationsArguments): OrganisationConnection {
  checkFirst(page.first);
  const choice = choiceOf(filter);
  const answer = answerTo(context, choice, search, sort);
  return {
    ...connectionOfList(answer.organisations, page, answer.order),
    // Worked out only for those who ask for them.
    get facets() {
      return facetsOf(context, choice, answer);
    },
    get places() {
      return placesOf(answer.organisations);
    },
    get unplacedCount() {
      return answer.organisations.filter(({ place, region }) => place === null || region === null).length;
    },
    map: organisationMap(answer.organisations, () => growthWithout(context, choice, search)),
  };
}

/** The whole list that `organisations` would page through. Throws BAD_USER_INPUT. */
export function allOrganisations(context: Asked, { filter, search, sort }: Omit<OrganisationsArguments, 'first'>): OrganisationRecord[] {
  return answerTo(context, choiceOf(filter), search, sort).organisations;
}

export function organisation({ directory, viewer }: Asked, slug: string): OrganisationRecord | null {
  return directory.bySlug(slug, viewer);
}

export function network({ directory, environment }: Pick<Context, 'directory' | 'environment'>): NetworkAnswer {
  if (directory.network === null) throw new Error('The network is asked for before the directory has started.');
  return { ...directory.network, isDemonstration: environment.demonstration };
}

export function networkOrganisation({ directory, viewer }: Asked, affiliation: AffiliationRecord): OrganisationRecord | null {
  return directory.networkOrganisation(affiliation.networkSlug, viewer);
}

export function ledNetworkSlug({ directory }: Asked, record: OrganisationRecord): string | null {
  return directory.networkLedBy(record);
}

const mostPeers = 12;

export function peers({ directory, viewer, language }: Asked, record: OrganisationRecord, first: number): PeerRecord[] {
  checkFirst(first, mostPeers);
  return peersOf(record, directory.all(viewer, language), (slug) => directory.networkSize(slug), first);
}

export type PossibleDuplicateAnswer = Omit<PossibleDuplicateRecord, 'reasons'> & { reasons: string[] };

export function possibleDuplicates({ directory, viewer, language }: Asked, page: PageArguments): Connection<PossibleDuplicateAnswer> {
  const pairs = directory
    .possibleDuplicates(viewer)
    .map((pair) => ({ ...pair, reasons: pair.reasons.map((reason) => describeReason(reason, language)) }));
  return connectionOfList(pairs, page, {
    keyOf: ({ id }) => [id],
    compare: ([one], [other]) => (String(one) < String(other) ? -1 : Number(one !== other)),
  });
}

function answerTo(
  { directory, viewer, language }: Asked,
  choice: OrganisationChoice,
  search: string | null | undefined,
  sort: SortName | null | undefined,
): DirectoryAnswer {
  if ((search?.length ?? 0) > longestSearch) throw badUserInput(`\`search\` may have at most ${longestSearch} characters.`);
  const question: DirectoryQuestion = { choice, search: search ?? null, sort: sort ?? undefined, language };
  return directory.ask(question, viewer);
}

function choiceOf(filter: OrganisationFilter | null | undefined): OrganisationChoice {
  return {
    countries: new Set(bounded('countries', filter?.countries).map((country) => country.toUpperCase())),
    regions: new Set(bounded('regions', filter?.regions)),
    withoutCountry: filter?.withoutCountry ?? false,
    levels: new Set(bounded('levels', filter?.levels)),
    networks: new Set(bounded('networks', filter?.networks)),
    confidences: new Set(bounded('confidences', filter?.confidences)),
    within: filter?.within ? checkBox('within', filter.within) : null,
    years: { knownBy: filter?.knownBy ?? null, withoutKnownDay: filter?.withoutKnownDay ?? false },
  };
}

/** The growth of what would be found if no year were asked for. */
function growthWithout(context: Asked, choice: OrganisationChoice, search: string | null | undefined): Growth {
  return growthOf(answerTo(context, { ...choice, years: anyYear }, search, 'NAME').organisations, choice.networks);
}

function bounded<T>(name: string, values: readonly T[] | null | undefined): readonly T[] {
  if ((values?.length ?? 0) > mostValues) throw badUserInput(`\`${name}\` may have at most ${mostValues} values.`);
  return values ?? [];
}

function facetsOf({ directory }: Asked, choice: OrganisationChoice, { counts }: DirectoryAnswer): OrganisationConnection['facets'] {
  return {
    regions: ranked(counts.regions, choice.regions).map(([region, count]) => ({ region, count })),
    countries: ranked(counts.countries, new Set([...choice.countries].filter((country) => regionOf(country) !== undefined))).map(
      ([country, count]) => ({ country, count }),
    ),
    levels: ranked(counts.levels, choice.levels).map(([level, count]) => ({ level, count })),
    networks: ranked(counts.networks, choice.networks).flatMap(([slug, count]) => {
      const network = directory.networkName(slug);
      return network === undefined ? [] : [{ network, slug, count }];
    }),
    confidences: ranked(counts.confidences, choice.confidences).map(([confidence, count]) => ({ confidence, count })),
    withoutCountry: counts.withoutCountry,
  };
}

/** What would be found first; a value that is chosen already stands there even when nothing is found with it. */
function ranked<T extends string>(counts: Counts<T>, chosen: ReadonlySet<T>): [T, number][] {
  const all = new Map<T, number>([...[...chosen].map((value) => [value, 0] as const), ...counts]);
  return [...all].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
}

function placesOf(organisations: readonly OrganisationRecord[]): OrganisationConnection['places'] {
  const counts = new Map<string, number>();
  for (const { country } of organisations) if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  return ranked(counts, new Set()).flatMap(([country, count]) => {
    const [region, middle] = [regionOf(country), placeOf(country)];
    if (region === undefined || middle === null) return [];
    return [{ country, region, latitude: middle.latitude, longitude: middle.longitude, count }];
  });
}

/** Null when there is none with this key that the viewer may see. */
export function organisationById({ directory, viewer }: Asked, id: unknown): OrganisationRecord | null {
  return id === null ? null : directory.byId(String(id), askingByKey(viewer, String(id)));
}
