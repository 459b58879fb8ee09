import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import type { ProfileChangeKind } from '../../generated/graphql.js';
import type { AuditEntryRecord } from '../../people/index.js';
import { actsOn } from '../../people/index.js';
import type { Connection, PageArguments } from '../../platform/pagination.js';
import { connectionOfList } from '../../platform/pagination.js';
import { OrganisationMerge } from '../duplicates/OrganisationMerge.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import type { ProfileSectionName } from '../profile.js';
import { profileSections } from '../profile.js';
import { canSeeKeeping, canSeeWhoAndWhy } from '../policy.js';
import type { Difference } from './differences.js';
import { codeOfField, shown, unaudited } from './differences.js';
import { confirmationField, dayOf } from './keep.js';
import type { ChangeableSection } from './sections.js';
import { fieldsOfSection } from './sections.js';

/** One change of a profile, as far as the viewer may know of it. */
export interface ProfileChangeRecord {
  id: string;
  on: string;
  kind: ProfileChangeKind;
  section: ProfileSectionName | null;
  sourceUrl: string | null;
  /** The key of the person; null for strangers and where nobody did it. */
  byId: string | null;
  why: string | null;
  changes: Difference[];
}

const kinds: Readonly<Record<string, ProfileChangeKind>> = {
  changeProfile: 'CHANGED',
  confirmProfileSection: 'CONFIRMED',
  acceptProfileProposal: 'PROPOSAL_ACCEPTED',
  choosePlace: 'PLACE_CHOSEN',
  chooseListing: 'LISTING_CHOSEN',
  mergeOrganisations: 'MERGED',
  undoMerge: 'MERGE_UNDONE',
};

/** Newest first, down to the day on which the entry was read on public pages; that of entries merged into it included. */
export async function historyOf(
  context: Context,
  record: OrganisationRecord,
  page: PageArguments,
): Promise<Connection<ProfileChangeRecord>> {
  const merged = await OrganisationMerge.find({ staysId: record.id, undoneAt: null }, { goesId: 1 }).lean();
  const acts = await actsOn('Organisation', [record.id, ...merged.map(({ goesId }) => String(goesId))], Object.keys(kinds));
  const own = canSeeKeeping(context.viewer, record.id);
  const entries = acts
    // That an organisation hid itself is nobody's business but its own.
    .filter(({ act }) => own || act !== 'chooseListing')
    .map((act): Placed => ({ sequence: act.sequence, change: changeOf(context, act) }));
  const all = [...entries, { sequence: 0, change: reading(record) }];
  const { edges, ...rest } = connectionOfList(all, page, {
    keyOf: ({ sequence }) => [sequence],
    compare: ([one], [other]) => Number(other) - Number(one),
  });
  return { ...rest, edges: edges.map(({ cursor, node }) => ({ cursor, node: node.change })) };
}

interface Placed {
  sequence: number;
  change: ProfileChangeRecord;
}

function changeOf({ viewer, language }: Context, { _id, at, act, actorId, reason, changes }: AuditEntryRecord): ProfileChangeRecord {
  const told = canSeeWhoAndWhy(viewer);
  return {
    id: String(_id),
    on: dayOf(at),
    kind: kinds[act] ?? 'CHANGED',
    section: sectionOf(changes),
    sourceUrl: null,
    byId: told ? actorId : null,
    why: told ? reason : null,
    changes: told ? differencesOf(changes, language) : [],
  };
}

function reading({ id, recordReadOn, sourceUrl }: OrganisationRecord): ProfileChangeRecord {
  return { id: `reading of ${id}`, on: recordReadOn, kind: 'READ', section: null, sourceUrl, byId: null, why: null, changes: [] };
}

/** The section that was confirmed with the change, else the one to which its first field belongs. */
function sectionOf(changes: AuditEntryRecord['changes']): ProfileSectionName | null {
  for (const section of profileSections) if (changes.some(({ field }) => field === `${confirmationField}${section}`)) return section;
  const sections = Object.entries(fieldsOfSection) as [ChangeableSection, readonly string[]][];
  const touched = sections.filter(([, fields]) => changes.some(({ field }) => fields.includes(field))).map(([section]) => section);
  return touched.length === 1 ? (touched[0] ?? null) : null;
}

function differencesOf(changes: AuditEntryRecord['changes'], language: Context['language']): Difference[] {
  return changes.flatMap(({ field, before, after }) => {
    const code = codeOfField(field);
    return code === undefined
      ? []
      : [{ field: code, before: shown(field, unaudited(before), language), after: shown(field, unaudited(after), language) }];
  });
}

export async function personOf(context: Context, id: string | null) {
  return id !== null && isValidObjectId(id) ? context.loaders.person.load(id) : null;
}
