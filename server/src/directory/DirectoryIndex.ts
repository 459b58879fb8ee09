import type { Viewer } from '../people/index.js';
import type { Language } from '../platform/language.js';
import type { ListOrder } from '../platform/pagination.js';
import type { AffiliationShape } from './Affiliation.js';
import { fold } from './fold.js';
import type { DuplicateReason } from './import/findPossibleDuplicates.js';
import type { OrganisationShape } from './Organisation.js';
import type { NetworkRecord } from './network.js';
import { organisationOrder, type SortName } from './organisationOrder.js';
import type { AffiliationRecord, OrganisationRecord } from './OrganisationRecord.js';
import { OrganisationSearch } from './OrganisationSearch.js';
import { placeOf } from './places/places.js';
import { regionOf } from './places/regions.js';
import { canSeeOrganisation } from './policy.js';
import type { OrganisationProfile } from './profile.js';
import type { PossibleDuplicateShape } from './PossibleDuplicate.js';
import type { OrganisationChoice, Selection } from './selectOrganisations.js';
import { selectOrganisations } from './selectOrganisations.js';

/** Two entries that may be one organisation, as the memory of the process holds them. */
export interface PossibleDuplicateRecord {
  readonly id: string;
  readonly left: OrganisationRecord;
  readonly right: OrganisationRecord;
  readonly reasons: readonly DuplicateReason[];
}

/** One question for the directory; list, count, facets and map are made of its one answer. */
export interface DirectoryQuestion {
  choice: OrganisationChoice;
  /** Words to search for; null for no search. */
  search: string | null;
  /** Undefined means best match first in a search, else by name. */
  sort: SortName | undefined;
  language: Language;
}

export interface DirectoryAnswer extends Selection {
  order: ListOrder<OrganisationRecord>;
}

/** The whole directory in memory: loaded at the start, kept by change events, and asked by every public query. */
export class DirectoryIndex {
  readonly #organisations = new Map<string, OrganisationRecord>();
  readonly #bySlug = new Map<string, OrganisationRecord>();
  readonly #affiliations = new Map<string, Map<string, AffiliationRecord>>();
  readonly #organisationOfAffiliation = new Map<string, string>();
  readonly #duplicates = new Map<string, Omit<PossibleDuplicateRecord, 'left' | 'right'> & { left: string; right: string }>();
  #search = new OrganisationSearch();
  /** What is worked out of everything and forgotten with each change. */
  #sorted = new Map<string, readonly OrganisationRecord[]>();
  #networks: ReadonlyMap<string, NetworkEntry> | null = null;

  /** What is public about the network; null until the start has read it. */
  network: NetworkRecord | null = null;

  /** How many organisations there are, listed or not. */
  get size(): number {
    return this.#organisations.size;
  }

  /** The organisation with this key, if the viewer may see it. */
  byId(id: string, viewer: Viewer | null): OrganisationRecord | null {
    return visible(this.#organisations.get(id), viewer);
  }

  /** The organisation with this short name, if the viewer may see it. */
  bySlug(slug: string, viewer: Viewer | null): OrganisationRecord | null {
    return visible(this.#bySlug.get(slug), viewer);
  }

  /** All that the viewer may see, by name. */
  all(viewer: Viewer | null, language: Language): readonly OrganisationRecord[] {
    return this.#visibleInOrder('NAME', language, viewer);
  }

  ask({ choice, search, sort, language }: DirectoryQuestion, viewer: Viewer | null): DirectoryAnswer {
    const matches = search === null ? null : this.#search.find(search);
    const wanted = sort ?? (matches === null ? 'NAME' : 'RELEVANCE');
    const order = organisationOrder(wanted, language, matches);
    const seen = this.#visibleInOrder(wanted === 'COUNTRY' ? 'COUNTRY' : 'NAME', language, viewer);
    const selection = selectOrganisations(seen, choice, matches);
    if (wanted === 'RELEVANCE' && matches !== null) {
      // Sorting is stable, so that equally good matches stay in the order of their names.
      selection.organisations.sort((one, other) => (matches.get(other.id) ?? 0) - (matches.get(one.id) ?? 0));
    }
    return { ...selection, order };
  }

  /** The name by which a network is known, from the affiliations that name it; undefined when none does. */
  networkName(networkSlug: string): string | undefined {
    return this.#allNetworks().get(networkSlug)?.name;
  }

  /** How many organisations, listed or not, belong to the network. */
  networkSize(networkSlug: string): number {
    return this.#allNetworks().get(networkSlug)?.organisations ?? 0;
  }

  /** The organisation that is the network's own secretariat, if the viewer may see it. */
  networkOrganisation(networkSlug: string, viewer: Viewer | null): OrganisationRecord | null {
    return visible(this.#allNetworks().get(networkSlug)?.secretariat, viewer);
  }

  /** The network whose secretariat the organisation is; null when it is none or nobody belongs to it. */
  networkLedBy(organisation: OrganisationRecord): string | null {
    if (!organisation.isNetworkSecretariat) return null;
    for (const [slug, { secretariat }] of this.#allNetworks()) if (secretariat?.id === organisation.id) return slug;
    return null;
  }

  /** Pairs of which the viewer may see both, the oldest proposal first. */
  possibleDuplicates(viewer: Viewer | null): PossibleDuplicateRecord[] {
    return [...this.#duplicates.values()]
      .flatMap(({ left, right, ...rest }) => {
        const both = [this.byId(left, viewer), this.byId(right, viewer)] as const;
        return both[0] === null || both[1] === null ? [] : [{ ...rest, left: both[0], right: both[1] }];
      })
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** Forgets everything and takes these instead, in one go, so that nobody reads a half. */
  replaceAll(
    organisations: readonly OrganisationShape[],
    affiliations: readonly AffiliationShape[],
    duplicates: readonly PossibleDuplicateShape[],
  ): void {
    for (const each of [this.#organisations, this.#bySlug, this.#affiliations, this.#organisationOfAffiliation, this.#duplicates])
      each.clear();
    this.#search = new OrganisationSearch();
    // Affiliations first: each organisation is then made once, with all of them.
    for (const affiliation of affiliations) this.putAffiliation(affiliation);
    for (const organisation of organisations) this.putOrganisation(organisation);
    for (const duplicate of duplicates) this.putPossibleDuplicate(duplicate);
  }

  putOrganisation(shape: OrganisationShape): void {
    const id = String(shape._id);
    this.#forget();
    const before = this.#organisations.get(id);
    if (before !== undefined) this.#bySlug.delete(before.slug);
    this.#replace(recordOf(shape, this.#affiliations.get(id)));
  }

  removeOrganisation(id: string): void {
    const before = this.#organisations.get(id);
    if (before === undefined) return;
    this.#forget();
    this.#organisations.delete(id);
    this.#bySlug.delete(before.slug);
    this.#search.remove(id);
  }

  putAffiliation(shape: AffiliationShape): void {
    const affiliation = affiliationOf(shape);
    const { id, organisationId } = affiliation;
    if (this.#organisationOfAffiliation.get(id) !== organisationId) this.removeAffiliation(id);
    this.#organisationOfAffiliation.set(id, organisationId);
    const ofOrganisation = this.#affiliations.get(organisationId) ?? new Map<string, AffiliationRecord>();
    this.#affiliations.set(organisationId, ofOrganisation.set(id, affiliation));
    this.#affiliationsChanged(organisationId);
  }

  removeAffiliation(id: string): void {
    const organisationId = this.#organisationOfAffiliation.get(id);
    if (organisationId === undefined) return;
    this.#organisationOfAffiliation.delete(id);
    this.#affiliations.get(organisationId)?.delete(id);
    this.#affiliationsChanged(organisationId);
  }

  putPossibleDuplicate({ _id, left, right, reasons }: PossibleDuplicateShape): void {
    this.#duplicates.set(String(_id), { id: String(_id), left: String(left), right: String(right), reasons });
  }

  removePossibleDuplicate(id: string): void {
    this.#duplicates.delete(id);
  }

  #affiliationsChanged(organisationId: string): void {
    this.#forget();
    const organisation = this.#organisations.get(organisationId);
    if (organisation === undefined) return;
    this.#replace({ ...organisation, ...membership(this.#affiliations.get(organisationId)) });
  }

  #replace(organisation: OrganisationRecord): void {
    this.#organisations.set(organisation.id, organisation);
    this.#bySlug.set(organisation.slug, organisation);
    this.#search.put(organisation);
  }

  #forget(): void {
    this.#sorted.clear();
    this.#networks = null;
  }

  /** Visitors all see the same, and so do members without a seat, which is worked out once for each of the two. */
  #visibleInOrder(sort: 'NAME' | 'COUNTRY', language: Language, viewer: Viewer | null): readonly OrganisationRecord[] {
    const seen = (): OrganisationRecord[] => this.#inOrder(sort, language).filter((each) => canSeeOrganisation(viewer, each));
    if (viewer !== null && viewer.seats.length > 0) return seen();
    return this.#keep(`${sort} ${language} seen by ${viewer === null ? 'visitors' : 'members'}`, seen);
  }

  #inOrder(sort: 'NAME' | 'COUNTRY', language: Language): readonly OrganisationRecord[] {
    return this.#keep(`${sort} ${language}`, () => {
      const { keyOf, compare } = organisationOrder(sort, language, null);
      return [...this.#organisations.values()].sort((one, other) => compare(keyOf(one), keyOf(other)));
    });
  }

  #keep(key: string, make: () => readonly OrganisationRecord[]): readonly OrganisationRecord[] {
    let kept = this.#sorted.get(key);
    if (kept === undefined) this.#sorted.set(key, (kept = make()));
    return kept;
  }

  #allNetworks(): ReadonlyMap<string, NetworkEntry> {
    this.#networks ??= networksAmong([...this.#organisations.values()]);
    return this.#networks;
  }
}

interface NetworkEntry {
  name: string;
  organisations: number;
  secretariat: OrganisationRecord | undefined;
}

function networksAmong(organisations: readonly OrganisationRecord[]): Map<string, NetworkEntry> {
  const secretariats = new Map<string, OrganisationRecord>();
  for (const organisation of organisations) {
    if (!organisation.isNetworkSecretariat) continue;
    const names = [organisation.acronym ?? '', organisation.name, organisation.name.replace(/\([^)]*\)/g, '')];
    for (const name of names) if (name !== '') secretariats.set(fold(name), organisation);
  }
  const networks = new Map<string, NetworkEntry>();
  for (const organisation of organisations) {
    for (const slug of organisation.networkSlugs) {
      const name = organisation.affiliations.find((each) => each.networkSlug === slug)?.network ?? slug;
      const entry = networks.get(slug) ?? { name, organisations: 0, secretariat: secretariats.get(fold(name)) };
      // Of several ways to write a network, the first of the alphabet is shown, whichever came first.
      networks.set(slug, { ...entry, organisations: entry.organisations + 1, name: name < entry.name ? name : entry.name });
    }
  }
  return networks;
}

function visible(organisation: OrganisationRecord | undefined, viewer: Viewer | null): OrganisationRecord | null {
  return organisation !== undefined && canSeeOrganisation(viewer, organisation) ? organisation : null;
}

function recordOf(shape: OrganisationShape, affiliations: ReadonlyMap<string, AffiliationRecord> | undefined): OrganisationRecord {
  const { slug, name, acronym, level, country, confidence, sourceUrl, isNetworkSecretariat, isFictional, listing, recordReadOn } = shape;
  return {
    __typename: 'Organisation',
    id: String(shape._id),
    slug,
    name,
    acronym,
    level,
    country,
    region: country === null ? null : (regionOf(country) ?? null),
    place: shape.chosenPlace ?? placeOf(country),
    confidence,
    sourceUrl,
    isNetworkSecretariat,
    isFictional,
    listing,
    recordReadOn,
    ...profileOf(shape),
    ...membership(affiliations),
  };
}

/** What is kept without a value was kept before profiles had it. */
function profileOf(shape: Partial<OrganisationShape>): OrganisationProfile & Pick<OrganisationRecord, 'themes'> {
  return {
    names: shape.names ?? [],
    type: shape.type ?? null,
    themes: (shape.statedThemes ?? []).map((themeId) => ({ themeId, basis: 'STATED' })),
    mechanisms: shape.mechanisms ?? [],
    countriesOfWork: shape.countriesOfWork ?? [],
    languages: shape.languages ?? [],
    offers: shape.offers ?? [],
    seeks: shape.seeks ?? [],
    foundedIn: shape.foundedIn ?? null,
    website: shape.website ?? null,
    descriptions: shape.descriptions ?? [],
    identifiers: shape.identifiers ?? [],
    confirmations: shape.confirmations ?? [],
  };
}

function affiliationOf({
  _id,
  organisation,
  network,
  networkSlug,
  role,
  sourceUrl,
  confidence,
  ...days
}: AffiliationShape): AffiliationRecord {
  return {
    __typename: 'Affiliation',
    id: String(_id),
    organisationId: String(organisation),
    network,
    networkSlug,
    role,
    sourceUrl,
    confidence,
    from: days.from ?? null,
    to: days.to ?? null,
    namedOn: days.namedOn ?? null,
  };
}

/** Affiliations in the order in which they were noted. */
function membership(noted: ReadonlyMap<string, AffiliationRecord> | undefined): Pick<OrganisationRecord, 'affiliations' | 'networkSlugs'> {
  const affiliations = [...(noted?.values() ?? [])].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { affiliations, networkSlugs: [...new Set(affiliations.map(({ networkSlug }) => networkSlug))] };
}
