import type { Viewer } from '../people/index.js';
import type { Language } from '../platform/language.js';
import type { AffiliationShape } from './Affiliation.js';
import { everything } from './choice.js';
import { fold } from './fold.js';
import type { DuplicateReason } from './import/findPossibleDuplicates.js';
import type { OrganisationShape } from './Organisation.js';
import type { NetworkRecord } from './network.js';
import type { AffiliationRecord, OrganisationRecord } from './OrganisationRecord.js';
import { placeOf } from './places/places.js';
import { regionOf } from './places/regions.js';
import { canSeeOrganisation } from './policy.js';
import type { OrganisationProfile } from './profile.js';
import type { PossibleDuplicateShape } from './PossibleDuplicate.js';
import { Catalogue, type DirectoryQuestion } from './search/Catalogue.js';
import type { DirectoryAnswer } from './search/DirectoryAnswer.js';
import { themesOf } from './themes/readThemes.js';

/** Two entries that may be one organisation, as the memory of the process holds them. */
export interface PossibleDuplicateRecord {
  readonly id: string;
  readonly left: OrganisationRecord;
  readonly right: OrganisationRecord;
  readonly reasons: readonly DuplicateReason[];
  /** When the secretariat found them to be two organisations; null while nobody has decided. */
  readonly keptApartAt: Date | null;
}

/** The whole directory in memory: loaded at the start, kept by change events, and asked by every public query. */
export class DirectoryIndex {
  readonly #organisations = new Map<string, OrganisationRecord>();
  readonly #bySlug = new Map<string, OrganisationRecord>();
  readonly #affiliations = new Map<string, Map<string, AffiliationRecord>>();
  readonly #organisationOfAffiliation = new Map<string, string>();
  /** Entries that were merged, by key: they lead on to the entry that stayed. */
  readonly #merged = new Map<string, { slug: string; into: string }>();
  readonly #mergedBySlug = new Map<string, string>();
  readonly #duplicates = new Map<string, Omit<PossibleDuplicateRecord, 'left' | 'right'> & { left: string; right: string }>();
  #catalogue = new Catalogue();
  /** What is worked out of everything and forgotten with each change. */
  #networks: ReadonlyMap<string, NetworkEntry> | null = null;

  /** What is public about the network; null until the start has read it. */
  network: NetworkRecord | null = null;

  /** How many organisations there are, listed or not. */
  get size(): number {
    return this.#organisations.size;
  }

  /** The organisation with this key, if the viewer may see it; that of an entry that was merged leads on. */
  byId(id: string, viewer: Viewer | null): OrganisationRecord | null {
    return visible(this.#organisations.get(id) ?? this.#leadOn(id), viewer);
  }

  /** The organisation with this short name, if the viewer may see it; that of an entry that was merged leads on. */
  bySlug(slug: string, viewer: Viewer | null): OrganisationRecord | null {
    return visible(this.#bySlug.get(slug) ?? this.#leadOn(this.#mergedBySlug.get(slug)), viewer);
  }

  /** What the viewer may see of what is asked for. */
  ask(question: DirectoryQuestion, viewer: Viewer | null): DirectoryAnswer {
    return this.#catalogue.ask(question, viewer);
  }

  /** All that the viewer may see, by name. */
  all(viewer: Viewer | null, language: Language): readonly OrganisationRecord[] {
    return this.ask({ choice: everything, search: null, sort: 'NAME', language }, viewer).organisations;
  }

  /** Phrases of the thesaurus and of places that the text begins, each with what it stands for. */
  conceptsBegunBy(text: string): Iterable<[phrase: string, concepts: readonly string[]]> {
    return this.#catalogue.search.conceptsBegunBy(text);
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

  /** Pairs that nobody has decided about and of which the viewer may see both, the oldest proposal first. */
  possibleDuplicates(viewer: Viewer | null): PossibleDuplicateRecord[] {
    return this.#pairs(viewer).filter(({ keptApartAt }) => keptApartAt === null);
  }

  /** Pairs that were found to be two organisations, the newest decision first. */
  keptApart(viewer: Viewer | null): PossibleDuplicateRecord[] {
    const decidedAt = (pair: PossibleDuplicateRecord): number => pair.keptApartAt?.getTime() ?? 0;
    return this.#pairs(viewer)
      .filter(({ keptApartAt }) => keptApartAt !== null)
      .sort((one, other) => decidedAt(other) - decidedAt(one) || (one.id < other.id ? -1 : 1));
  }

  /** Whether both entries of the pair stand, neither having been merged. */
  hasPair(id: string): boolean {
    const pair = this.#duplicates.get(id);
    return pair !== undefined && this.#organisations.has(pair.left) && this.#organisations.has(pair.right);
  }

  /** Forgets everything and takes these instead, in one go, so that nobody reads a half. */
  replaceAll(
    organisations: readonly OrganisationShape[],
    affiliations: readonly AffiliationShape[],
    duplicates: readonly PossibleDuplicateShape[],
  ): void {
    const all = [this.#organisations, this.#bySlug, this.#affiliations, this.#organisationOfAffiliation, this.#merged, this.#mergedBySlug];
    for (const each of [...all, this.#duplicates]) each.clear();
    this.#catalogue = new Catalogue();
    this.#forget();
    // Affiliations first: each organisation is then made once, with all of them.
    for (const affiliation of affiliations) this.putAffiliation(affiliation);
    for (const shape of organisations) this.#noteMerged(String(shape._id), shape);
    const records = organisations
      .filter(({ mergedInto }) => mergedInto == null)
      .map((shape) => recordOf(shape, this.#affiliations.get(String(shape._id))));
    for (const record of records) this.#know(record);
    this.#catalogue.fill(records);
    for (const duplicate of duplicates) this.putPossibleDuplicate(duplicate);
  }

  putOrganisation(shape: OrganisationShape): void {
    const id = String(shape._id);
    this.#forget();
    this.#noteMerged(id, shape);
    if (shape.mergedInto != null) {
      this.removeOrganisation(id);
      return;
    }
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
    this.#catalogue.remove(id);
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

  putPossibleDuplicate({ _id, left, right, reasons, keptApart }: PossibleDuplicateShape): void {
    const keptApartAt = keptApart?.at ?? null;
    this.#duplicates.set(String(_id), { id: String(_id), left: String(left), right: String(right), reasons, keptApartAt });
  }

  removePossibleDuplicate(id: string): void {
    this.#duplicates.delete(id);
  }

  #pairs(viewer: Viewer | null): PossibleDuplicateRecord[] {
    return [...this.#duplicates.values()]
      .flatMap(({ left, right, ...rest }) => {
        const both = [visible(this.#organisations.get(left), viewer), visible(this.#organisations.get(right), viewer)] as const;
        return both[0] === null || both[1] === null ? [] : [{ ...rest, left: both[0], right: both[1] }];
      })
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  #noteMerged(id: string, { slug, mergedInto }: OrganisationShape): void {
    const before = this.#merged.get(id);
    if (before !== undefined) this.#mergedBySlug.delete(before.slug);
    this.#merged.delete(id);
    if (mergedInto == null) return;
    this.#merged.set(id, { slug, into: String(mergedInto) });
    this.#mergedBySlug.set(slug, id);
  }

  /** The entry that stayed in the end. */
  #leadOn(id: string | undefined): OrganisationRecord | undefined {
    let at = id;
    // No more steps than there are mergings, whatever the database says.
    for (let steps = 0; at !== undefined && steps <= this.#merged.size; steps += 1) {
      const standing = this.#organisations.get(at);
      if (standing !== undefined) return standing;
      at = this.#merged.get(at)?.into;
    }
    return undefined;
  }

  #affiliationsChanged(organisationId: string): void {
    this.#forget();
    const organisation = this.#organisations.get(organisationId);
    if (organisation === undefined) return;
    this.#replace({ ...organisation, ...membership(this.#affiliations.get(organisationId)) });
  }

  #replace(organisation: OrganisationRecord): void {
    this.#know(organisation);
    this.#catalogue.put(organisation);
  }

  #know(organisation: OrganisationRecord): void {
    this.#organisations.set(organisation.id, organisation);
    this.#bySlug.set(organisation.slug, organisation);
  }

  #forget(): void {
    this.#networks = null;
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
function profileOf(
  shape: Partial<OrganisationShape> & Pick<OrganisationShape, 'name'>,
): OrganisationProfile & Pick<OrganisationRecord, 'themes'> {
  return {
    names: shape.names ?? [],
    type: shape.type ?? null,
    themes: themesOf(shape),
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
