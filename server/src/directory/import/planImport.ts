import type { ConfidenceName, LevelName } from '../OrganisationRecord.js';
import { confidences } from '../OrganisationRecord.js';
import type { ApproximateDay } from '../profile.js';
import { freeSlug, slugOf } from '../slug.js';
import type { Column, ImportRow } from './checkRow.js';
import type { RejectedRow } from './readRows.js';
import type { SourceDates } from './sourceDates.js';
import { noSourceDates } from './sourceDates.js';

/** What a file says of an organisation. */
export interface OrganisationFacts {
  name: string;
  acronym: string | null;
  country: string | null;
  level: LevelName;
  confidence: ConfidenceName;
  sourceUrl: string | null;
  isNetworkSecretariat: boolean;
  recordReadOn: string;
}

/** What one row says of an organisation and a network. */
export interface AffiliationFacts {
  network: string;
  networkSlug: string;
  role: string | null;
  sourceUrl: string;
  confidence: ConfidenceName;
  /** Since when, where it was admitted on a known day. */
  from: ApproximateDay | null;
  /** The day on which the source was published. */
  namedOn: ApproximateDay | null;
}

/** An organisation as the database has it. */
export interface KnownOrganisation extends OrganisationFacts {
  id: string;
  slug: string;
  /** By which an import knows it: name and country as the file wrote them first, whatever the organisation has stated since. */
  key: string;
  /** Facts that the organisation has stated itself; a file no longer changes them. */
  stated: readonly string[];
  /** Keys and short names of entries that were merged into this one: what a file says of them, it says of this one. */
  mergedFrom: readonly { key: string; slug: string }[];
  affiliations: readonly (AffiliationFacts & { id: string })[];
}

export interface FieldChange {
  field: keyof OrganisationFacts | 'network' | 'affiliation confidence' | 'affiliation from' | 'affiliation named on';
  before: string | boolean | null;
  after: string | boolean | null;
}

export interface PlannedChange {
  id: string;
  slug: string;
  /** By which the next import knows it. */
  key: string;
  name: string;
  facts: OrganisationFacts;
  changes: FieldChange[];
  newAffiliations: AffiliationFacts[];
  changedAffiliations: (AffiliationFacts & { id: string })[];
}

/** What an import would do. Nothing is ever removed: what the file does not name stays as it is. */
export interface ImportPlan {
  added: { slug: string; key: string; facts: OrganisationFacts; affiliations: AffiliationFacts[] }[];
  changed: PlannedChange[];
  unchanged: number;
  /** Rows that name an organisation of an earlier row and add an affiliation to it. */
  joined: { line: number; earlierLine: number; name: string }[];
  rejected: RejectedRow[];
}

/**
 * The stable key: the same name, letter for letter, in the same country is the same organisation.
 * Another spelling is another organisation until a person says otherwise.
 */
export function organisationKey(name: string, country: string | null): string {
  return `${name}|${country ?? ''}`;
}

interface Group {
  known: KnownOrganisation | null;
  rows: ImportRow[];
  facts: OrganisationFacts;
  affiliations: Map<string, AffiliationFacts>;
}

/** Compares the rows of a file with what is known already. */
export function planImport(
  rows: readonly ImportRow[],
  known: readonly KnownOrganisation[],
  recordReadOn: string,
  dates: SourceDates = noSourceDates,
): ImportPlan {
  const bySlug = new Map(known.map((each) => [each.slug, each]));
  const byKey = new Map(known.map((each) => [each.key, each]));
  const [mergedSlugs, mergedKeys] = [new Map<string, KnownOrganisation>(), new Map<string, KnownOrganisation>()];
  for (const each of known) {
    for (const { slug, key } of each.mergedFrom) {
      mergedSlugs.set(slug, each);
      mergedKeys.set(key, each);
    }
  }
  const groups = new Map<string, Group>();
  const plan: ImportPlan = { added: [], changed: [], unchanged: 0, joined: [], rejected: [] };

  const ofMerged = (row: ImportRow): KnownOrganisation | undefined =>
    row.slug === null ? mergedKeys.get(organisationKey(row.name, row.country)) : mergedSlugs.get(row.slug);
  for (const row of rows) {
    if (ofMerged(row) !== undefined) continue;
    const key = organisationKey(row.name, row.country);
    const named = row.slug === null ? byKey.get(key) : bySlug.get(row.slug);
    const fault = faultOfKey(row, named, byKey.get(key));
    const group = groups.get(named?.slug ?? key);
    const contradiction = fault ?? (group === undefined ? null : contradictionOf(row, group));
    if (contradiction !== null) plan.rejected.push({ line: row.line, ...contradiction });
    else if (group === undefined) groups.set(named?.slug ?? key, newGroup(row, named ?? null, recordReadOn));
    else plan.joined.push(join(row, group));
  }

  // What a file says of an entry that was merged adds its network to the one that stayed, and no name or country.
  for (const row of rows) {
    const stayed = ofMerged(row);
    if (stayed === undefined) continue;
    const group = groups.get(stayed.slug) ?? groupOf(stayed);
    groups.set(stayed.slug, group);
    const affiliation = affiliationOf(row);
    if (affiliation !== null && !group.affiliations.has(affiliationKey(affiliation)))
      group.affiliations.set(affiliationKey(affiliation), affiliation);
  }

  const taken = new Set([...bySlug.keys(), ...mergedSlugs.keys()]);
  for (const [key, group] of groups) {
    for (const affiliation of group.affiliations.values()) addDays(affiliation, group.facts.name, dates);
    if (group.known === null) {
      const slug = freeSlug(group.facts.name, group.facts.country, (each) => taken.has(each));
      taken.add(slug);
      plan.added.push({ slug, key, facts: group.facts, affiliations: [...group.affiliations.values()] });
    } else {
      const change = changeOf(group.known, group);
      if (change === null) plan.unchanged += 1;
      else plan.changed.push(change);
    }
  }
  return plan;
}

interface Fault {
  field: Column;
  reason: string;
}

function faultOfKey(row: ImportRow, named: KnownOrganisation | undefined, ofThatName: KnownOrganisation | undefined): Fault | null {
  if (row.slug === null) return null;
  if (named === undefined)
    return { field: 'slug', reason: `no entry has the short name "${row.slug}"; leave it empty for a new organisation` };
  if (ofThatName === undefined || ofThatName === named) return null;
  return { field: 'name', reason: `the entry "${ofThatName.slug}" has this name and country already` };
}

/** What a later row of the same organisation may not say: something else than an earlier one, or the same again. */
function contradictionOf(row: ImportRow, { rows, affiliations }: Group): Fault | null {
  for (const earlier of rows) {
    const differs = (field: Column, here: string | null, there: string | null): Fault | null =>
      here === null || there === null || here === there
        ? null
        : { field, reason: `it says "${here}" where line ${earlier.line}, of the same organisation, says "${there}"` };
    const fault =
      differs('name', row.name, earlier.name) ??
      differs('country_iso2', row.country, earlier.country) ??
      differs('acronym', row.acronym, earlier.acronym) ??
      differs('level', row.level.toLowerCase(), earlier.level.toLowerCase());
    if (fault !== null) return fault;
  }
  const affiliation = affiliationOf(row);
  const repeated =
    affiliation === null
      ? rows.find((earlier) => earlier.network.kind === row.network.kind)
      : affiliations.has(affiliationKey(affiliation)) && rows.find((earlier) => sameAffiliation(earlier, affiliation));
  return repeated ? { field: 'name', reason: `it repeats line ${repeated.line}` } : null;
}

function sameAffiliation(row: ImportRow, affiliation: AffiliationFacts): boolean {
  const other = affiliationOf(row);
  return other !== null && affiliationKey(other) === affiliationKey(affiliation);
}

function newGroup(row: ImportRow, known: KnownOrganisation | null, recordReadOn: string): Group {
  const { name, acronym, country, level, confidence, sourceUrl } = row;
  const facts = {
    name,
    acronym,
    country,
    level,
    confidence,
    sourceUrl,
    isNetworkSecretariat: row.network.kind === 'secretariat',
    recordReadOn,
  };
  const affiliation = affiliationOf(row);
  return { known, rows: [row], facts, affiliations: new Map(affiliation === null ? [] : [[affiliationKey(affiliation), affiliation]]) };
}

/** Nothing new of an organisation that is known. */
function groupOf(known: KnownOrganisation): Group {
  return { known, rows: [], facts: factsOf(known), affiliations: new Map() };
}

function factsOf(known: OrganisationFacts): OrganisationFacts {
  const { name, acronym, country, level, confidence, sourceUrl, isNetworkSecretariat, recordReadOn } = known;
  return { name, acronym, country, level, confidence, sourceUrl, isNetworkSecretariat, recordReadOn };
}

function join(row: ImportRow, group: Group): { line: number; earlierLine: number; name: string } {
  const { facts } = group;
  facts.acronym ??= row.acronym;
  facts.isNetworkSecretariat ||= row.network.kind === 'secretariat';
  if (confidences.indexOf(row.confidence) < confidences.indexOf(facts.confidence)) facts.confidence = row.confidence;
  const affiliation = affiliationOf(row);
  if (affiliation !== null) group.affiliations.set(affiliationKey(affiliation), affiliation);
  const earlierLine = group.rows[0]?.line ?? row.line;
  group.rows.push(row);
  return { line: row.line, earlierLine, name: row.name };
}

function affiliationOf({ network, sourceUrl, confidence }: ImportRow): AffiliationFacts | null {
  if (network.kind !== 'affiliation') return null;
  return {
    network: network.network,
    networkSlug: slugOf(network.network),
    role: network.role,
    sourceUrl,
    confidence,
    from: null,
    namedOn: null,
  };
}

function addDays(affiliation: AffiliationFacts, organisation: string, dates: SourceDates): void {
  affiliation.from = dates.admittedOn(affiliation.network, organisation);
  affiliation.namedOn = dates.publishedOn(affiliation.sourceUrl);
}

/** One source that says one thing of one organisation and one network. */
function affiliationKey({ networkSlug, role, sourceUrl }: AffiliationFacts): string {
  return JSON.stringify([networkSlug, role, sourceUrl]);
}

/** What the organisation has stated itself stays, whatever a file says. */
function keptOf(known: KnownOrganisation): Partial<OrganisationFacts> {
  return Object.fromEntries(Object.entries(factsOf(known)).filter(([field]) => known.stated.includes(field)));
}

const comparedFields = ['name', 'acronym', 'country', 'level', 'confidence', 'sourceUrl', 'isNetworkSecretariat', 'recordReadOn'] as const;

function changeOf(known: KnownOrganisation, { facts: read, affiliations }: Group): PlannedChange | null {
  const facts = { ...read, ...keptOf(known) };
  const changes: FieldChange[] = comparedFields
    .filter((field) => known[field] !== facts[field])
    .map((field) => ({ field, before: known[field], after: facts[field] }));
  const knownAffiliations = new Map(known.affiliations.map((each) => [affiliationKey(each), each]));
  const newAffiliations: AffiliationFacts[] = [];
  const changedAffiliations: (AffiliationFacts & { id: string })[] = [];
  for (const [key, affiliation] of affiliations) {
    const before = knownAffiliations.get(key);
    if (before === undefined) {
      newAffiliations.push(affiliation);
      changes.push({
        field: 'network',
        before: null,
        after: affiliation.role === null ? affiliation.network : `${affiliation.network} (${affiliation.role})`,
      });
    } else {
      // A day that somebody has noted already stays where the sources know none.
      const after = { ...affiliation, from: affiliation.from ?? before.from, namedOn: affiliation.namedOn ?? before.namedOn };
      const differences = affiliationChanges(before, after);
      if (differences.length > 0) changedAffiliations.push({ ...after, id: before.id });
      changes.push(...differences);
    }
  }
  if (changes.length === 0) return null;
  // Once the organisation calls itself otherwise, files go on knowing it by the name that they use.
  const isKnownByRecord = !known.stated.includes('name') && !known.stated.includes('country');
  const key = isKnownByRecord ? organisationKey(facts.name, facts.country) : known.key;
  return { id: known.id, slug: known.slug, key, name: known.name, facts, changes, newAffiliations, changedAffiliations };
}

function affiliationChanges(before: AffiliationFacts, after: AffiliationFacts): FieldChange[] {
  const compared: FieldChange[] = [
    { field: 'affiliation confidence', before: before.confidence, after: after.confidence },
    { field: 'affiliation from', before: written(before.from), after: written(after.from) },
    { field: 'affiliation named on', before: written(before.namedOn), after: written(after.namedOn) },
  ];
  return compared.filter((each) => each.before !== each.after);
}

/** As exactly as the day is known: 2018, 2018-05 or 2018-05-31. */
function written(day: ApproximateDay | null): string | null {
  return day === null ? null : day.on.slice(0, { YEAR: 4, MONTH: 7, DAY: 10 }[day.precision]);
}
