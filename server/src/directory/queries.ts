import type { Context } from '../context.js';
import { askingByKey } from '../people/index.js';
import { badUserInput } from '../platform/errors.js';
import type { PageArguments } from '../platform/pagination.js';
import { checkFirst, readCursor, writeCursor } from '../platform/pagination.js';
import type { OrganisationFilter } from './choice.js';
import { choiceOf } from './choice.js';
import type { Growth } from './map/knownYears.js';
import { anyYear, growthOf } from './map/knownYears.js';
import type { OrganisationMap } from './map/organisationMap.js';
import { organisationMap } from './map/organisationMap.js';
import type { NetworkRecord } from './network.js';
import type { SortName } from './organisationOrder.js';
import type { AffiliationRecord, OrganisationRecord } from './OrganisationRecord.js';
import { OrganisationFacets, ranked } from './OrganisationFacets.js';
import { placeOf } from './places/places.js';
import type { RegionName } from './places/regions.js';
import { regionOf } from './places/regions.js';
import type { DirectoryQuestion } from './search/Catalogue.js';
import type { DirectoryAnswer } from './search/DirectoryAnswer.js';
import type { OrganisationChoice } from './search/FacetIndex.js';
import type { SearchReasonRecord } from './search/reasons.js';

/** What the public query takes; every list may be left out. */
export interface OrganisationsArguments extends PageArguments {
  filter?: OrganisationFilter | null | undefined;
  search?: string | null | undefined;
  sort?: SortName | null | undefined;
}

/** One organisation of the list; few readers ask for its cursor, so that is written when it is asked for. */
export class OrganisationEdge {
  constructor(
    readonly node: OrganisationRecord,
    private readonly answer: DirectoryAnswer,
  ) {}

  get cursor(): string {
    return writeCursor(this.answer.order.keyOf(this.node));
  }

  get reasons(): SearchReasonRecord[] {
    return this.answer.reasons(this.node);
  }
}

export interface OrganisationConnection {
  edges: OrganisationEdge[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  facets: OrganisationFacets;
  places: { country: string; region: RegionName; latitude: number; longitude: number; count: number }[];
  unplacedCount: number;
  /** What the schema's fields of the map are answered from. */
  map: OrganisationMap;
}

export type NetworkAnswer = NetworkRecord & { isDemonstration: boolean };

type Asked = Pick<Context, 'directory' | 'viewer' | 'language'>;

const longestSearch = 200;

export function organisations(context: Asked, { filter, search, sort, first, after }: OrganisationsArguments): OrganisationConnection {
  checkFirst(first);
  const choice = choiceOf(filter);
  const answer = answerTo(context, choice, search, sort);
  const found = answer.page(after == null ? null : readCursor(after), first + 1);
  const edges = found.slice(0, first).map((node) => new OrganisationEdge(node, answer));
  const { totalCount } = answer;
  return {
    edges,
    pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount,
    // Worked out only for those who ask for them.
    get facets() {
      return new OrganisationFacets(context.directory, choice, answer);
    },
    get places() {
      return placesOf(answer);
    },
    get unplacedCount() {
      return placesOf(answer).reduce((rest, { count }) => rest - count, totalCount);
    },
    get map() {
      return organisationMap(answer.organisations, () => growthWithout(context, choice, search));
    },
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

/** Throws BAD_USER_INPUT for a search that is longer than any that a page would send. */
export function checkSearch(search: string | null | undefined): void {
  if ((search?.length ?? 0) > longestSearch) throw badUserInput(`\`search\` may have at most ${longestSearch} characters.`);
}

function answerTo(
  { directory, viewer, language }: Asked,
  choice: OrganisationChoice,
  search: string | null | undefined,
  sort: SortName | null | undefined,
): DirectoryAnswer {
  checkSearch(search);
  const question: DirectoryQuestion = { choice, search: search ?? null, sort: sort ?? undefined, language };
  return directory.ask(question, viewer);
}

/** The growth of what would be found if no year were asked for. */
function growthWithout(context: Asked, choice: OrganisationChoice, search: string | null | undefined): Growth {
  return growthOf(answerTo(context, { ...choice, years: anyYear }, search, 'NAME').organisations, choice.networks);
}

function placesOf({ countries }: DirectoryAnswer): OrganisationConnection['places'] {
  return ranked(countries, new Set()).flatMap(([country, count]) => {
    const [region, middle] = [regionOf(country), placeOf(country)];
    if (region === undefined || middle === null) return [];
    return [{ country, region, latitude: middle.latitude, longitude: middle.longitude, count }];
  });
}

/** Null when there is none with this key that the viewer may see. */
export function organisationById({ directory, viewer }: Asked, id: unknown): OrganisationRecord | null {
  return id === null ? null : directory.byId(String(id), askingByKey(viewer, String(id)));
}
