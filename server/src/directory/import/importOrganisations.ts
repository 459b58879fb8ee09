import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import { Affiliation } from '../Affiliation.js';
import { Organisation } from '../Organisation.js';
import { PossibleDuplicate } from '../PossibleDuplicate.js';
import type { DuplicatePair } from './findPossibleDuplicates.js';
import { findPossibleDuplicates } from './findPossibleDuplicates.js';
import type { ImportPlan, KnownOrganisation } from './planImport.js';
import { planImport } from './planImport.js';
import type { ReadRows } from './readRows.js';
import { readRows } from './readRows.js';
import type { ImportRun } from './recordImport.js';
import { recordImport } from './recordImport.js';
import type { SourceDates } from './sourceDates.js';

export interface ImportOptions {
  /** Whose run it is, for the audit trail; a dry run changes nothing and is not told there. */
  run: ImportRun;
  /** The day on which the sources were read, YYYY-MM-DD. */
  recordReadOn: string;
  /** Works out and reports what would change, and changes nothing. */
  dryRun?: boolean;
  /** On which days the sources were published; none is known where it is left out. */
  dates?: SourceDates;
  onProgress?: (progress: ImportProgress) => void;
}

/** How far it has come: rows read, or organisations written out of `of`. */
export interface ImportProgress {
  phase: 'READING' | 'WRITING';
  done: number;
  of: number | null;
}

/** What an import did, or with `dryRun` would do. */
export interface ImportReport extends ImportPlan {
  dryRun: boolean;
  /** How many rows the file has. */
  rows: number;
  unknownColumns: string[];
  /** Pairs of short names that may be one organisation and were not proposed before. */
  newPossibleDuplicates: DuplicatePair[];
}

const batchSize = 500;
/** A second import at the same moment may take a short name first; then the file is compared anew. */
const mostAttempts = 3;
const duplicateKey = 11_000;

/**
 * Imports a CSV file of organisations: adds and changes, never removes or merges. Rows that cannot go in are reported while the others go in,
 * and the same file a second time changes nothing. Throws `UnreadableFile`, with nothing changed, when the file as a whole cannot be used.
 */
export async function importOrganisations(source: AsyncIterable<Uint8Array | string>, options: ImportOptions): Promise<ImportReport> {
  const progress = options.onProgress ?? (() => undefined);
  const hash = createHash('sha256');
  const read = await readRows(hashed(source, hash), (done) => progress({ phase: 'READING', done, of: null }));
  const sha256 = hash.digest('hex');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await importRows(read, sha256, options, progress);
    } catch (error) {
      if (attempt === mostAttempts || !isDuplicateKey(error)) throw error;
    }
  }
}

async function* hashed(source: AsyncIterable<Uint8Array | string>, hash: Hash): AsyncGenerator<Uint8Array | string> {
  for await (const piece of source) {
    hash.update(piece);
    yield piece;
  }
}

async function importRows(
  read: ReadRows,
  sha256: string,
  options: ImportOptions,
  progress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const known = await knownOrganisations();
  const plan = planImport(read.rows, known, options.recordReadOn, options.dates);
  const pairs = findPossibleDuplicates(comparables(known, plan));
  const dryRun = options.dryRun ?? false;
  const rejected = [...read.rejected, ...plan.rejected].sort((one, other) => one.line - other.line);
  if (!dryRun) {
    await recordImport(options.run, sha256, options.recordReadOn, {
      rows: read.count,
      added: plan.added.length,
      changed: plan.changed.length,
      unchanged: plan.unchanged,
      rejected: new Set(rejected.map(({ line }) => line)).size,
    });
    const total = plan.added.length + plan.changed.length;
    let done = 0;
    for (const batch of inBatches(plan.added)) {
      await add(batch);
      progress({ phase: 'WRITING', done: (done += batch.length), of: total });
    }
    for (const batch of inBatches(plan.changed)) {
      await change(batch);
      progress({ phase: 'WRITING', done: (done += batch.length), of: total });
    }
  }
  return {
    ...plan,
    rejected,
    dryRun,
    rows: read.count,
    unknownColumns: read.unknownColumns,
    newPossibleDuplicates: await propose(pairs, dryRun),
  };
}

async function knownOrganisations(): Promise<KnownOrganisation[]> {
  const [organisations, affiliations] = await Promise.all([Organisation.find({ isFictional: false }).lean(), Affiliation.find().lean()]);
  const ofOrganisation = new Map<string, KnownOrganisation['affiliations'][number][]>();
  for (const { _id, organisation, network, networkSlug, role, sourceUrl, confidence, ...days } of affiliations) {
    const list = ofOrganisation.get(String(organisation)) ?? [];
    // What was kept before affiliations had days has none.
    const [from, namedOn] = [days.from ?? null, days.namedOn ?? null];
    list.push({ id: String(_id), network, networkSlug, role, sourceUrl, confidence, from, namedOn });
    ofOrganisation.set(String(organisation), list);
  }
  const mergedFrom = new Map<string, { key: string; slug: string }[]>();
  const into = new Map(organisations.map(({ _id, mergedInto }) => [String(_id), mergedInto == null ? null : String(mergedInto)]));
  for (const { _id, key, slug } of organisations) {
    const stayed = lastOf(String(_id), into);
    if (stayed !== String(_id)) mergedFrom.set(stayed, [...(mergedFrom.get(stayed) ?? []), { key, slug }]);
  }
  return organisations
    .filter(({ mergedInto }) => mergedInto == null)
    .map((each) => ({
      ...each,
      id: String(each._id),
      stated: each.stated ?? [],
      mergedFrom: mergedFrom.get(String(each._id)) ?? [],
      affiliations: ofOrganisation.get(String(each._id)) ?? [],
    }));
}

/** The entry that stayed in the end, after one merging or several. */
function lastOf(id: string, into: ReadonlyMap<string, string | null>): string {
  let last = id;
  for (let next = into.get(last), steps = 0; next != null && steps < into.size; next = into.get(last), steps += 1) last = next;
  return last;
}

/** The directory as it will be after the import, by short names. */
function comparables(known: readonly KnownOrganisation[], plan: ImportPlan): Parameters<typeof findPossibleDuplicates>[0] {
  const facts = new Map<string, { name: string; acronym: string | null; country: string | null }>(known.map((each) => [each.slug, each]));
  for (const each of [...plan.added, ...plan.changed]) facts.set(each.slug, each.facts);
  return [...facts].map(([id, { name, acronym, country }]) => ({ id, name, acronym, country }));
}

async function add(batch: ImportPlan['added']): Promise<void> {
  const withIds = batch.map((each) => ({ ...each, _id: new Types.ObjectId() }));
  await Organisation.insertMany(withIds.map(({ _id, slug, key, facts }) => ({ _id, slug, key, ...facts })));
  const affiliations = withIds.flatMap(({ _id, affiliations: own }) => own.map((each) => ({ ...each, organisation: _id })));
  if (affiliations.length > 0) await Affiliation.insertMany(affiliations);
}

async function change(batch: ImportPlan['changed']): Promise<void> {
  await Organisation.bulkWrite(
    batch.map(({ id, key, facts }) => ({ updateOne: { filter: { _id: new Types.ObjectId(id) }, update: { $set: { ...facts, key } } } })),
  );
  const added = batch.flatMap(({ id, newAffiliations }) =>
    newAffiliations.map((each) => ({ ...each, organisation: new Types.ObjectId(id) })),
  );
  if (added.length > 0) await Affiliation.insertMany(added);
  const changed = batch.flatMap(({ changedAffiliations }) => changedAffiliations);
  if (changed.length === 0) return;
  await Affiliation.bulkWrite(
    changed.map(({ id, confidence, from, namedOn }) => ({
      updateOne: { filter: { _id: new Types.ObjectId(id) }, update: { $set: { confidence, from, namedOn } } },
    })),
  );
}

/** Stores the pairs that are new, takes back those that no longer hold, and answers with the new ones. */
async function propose(pairs: readonly DuplicatePair[], dryRun: boolean): Promise<DuplicatePair[]> {
  const organisations = await Organisation.find({}, { slug: 1 }).lean();
  const idOf = new Map(organisations.map(({ _id, slug }) => [slug, _id]));
  const merged = new Set((await Organisation.find({ mergedInto: { $ne: null } }, { _id: 1 }).lean()).map(({ _id }) => String(_id)));
  const stored = await PossibleDuplicate.find().lean();
  const before = new Map(stored.map((each) => [`${String(each.left)} ${String(each.right)}`, each]));
  const kept = new Set<string>();
  const fresh: DuplicatePair[] = [];
  for (const pair of pairs) {
    const key = `${String(idOf.get(pair.left))} ${String(idOf.get(pair.right))}`;
    if (before.has(key)) kept.add(key);
    else fresh.push(pair);
  }
  if (dryRun) return fresh;
  // What somebody decided stays decided, and a pair of a merged entry is there again when the merging is undone.
  const isOpen = ({ left, right, keptApart }: (typeof stored)[number]): boolean =>
    keptApart == null && !merged.has(String(left)) && !merged.has(String(right));
  const outdated = [...before].filter(([key, pair]) => !kept.has(key) && isOpen(pair)).map(([, { _id }]) => _id);
  if (outdated.length > 0) await PossibleDuplicate.deleteMany({ _id: { $in: outdated } });
  if (fresh.length > 0) {
    // Another import at the same moment may have stored a pair already; then there is nothing to do.
    await PossibleDuplicate.bulkWrite(
      fresh.map(({ left, right, reasons }) => ({
        updateOne: { filter: { left: idOf.get(left), right: idOf.get(right) }, update: { $setOnInsert: { reasons } }, upsert: true },
      })),
    );
  }
  return fresh;
}

function* inBatches<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += batchSize) yield items.slice(at, at + batchSize);
}

function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === duplicateKey;
}
