import type { Context } from '../../context.js';
import type { Viewer } from '../Viewer.js';
import type { AgeBand, ChildRecordRecord, RegionalGroup } from './ChildRecord.js';
import { ChildRecord } from './ChildRecord.js';
import { agreesTo, hasMandateAt } from './consent.js';
import type { ChildAdvisorCounts } from './counts.js';
import { countsOf } from './counts.js';

/** A child advisor as a viewer may see them at a moment. */
export interface ShownChildAdvisor {
  pseudonym: string;
  ageBand: AgeBand;
  region: RegionalGroup;
  /** Null where the child does not agree to be known to the viewer so far. */
  languages: string[] | null;
  mandateEndsOn: string | null;
}

/** What may be shown of the record: to everybody with consent to publication, to members also with consent to participation; null for nothing. */
export function shownTo(viewer: Viewer | null, record: ChildRecordRecord, at: Date): ShownChildAdvisor | null {
  const toMember = viewer !== null && agreesTo(record, 'PARTICIPATION', at);
  if (!hasMandateAt(record, at) || !(toMember || agreesTo(record, 'PUBLICATION', at))) return null;
  const { pseudonym, ageBand, region, languages, mandateEndsOn } = record;
  return { pseudonym, ageBand, region, languages: toMember ? languages : null, mandateEndsOn: toMember ? mandateEndsOn : null };
}

/**
 * All that a viewer is told of these records at a moment. Counted are those whom the viewer is shown and nobody else, so that whoever is
 * not shown changes no answer; see docs/decisions/0015-counts-of-child-advisors.md.
 */
export function answersTo(
  viewer: Viewer | null,
  records: readonly ChildRecordRecord[],
  at: Date,
): { shown: ShownChildAdvisor[]; counts: ChildAdvisorCounts } {
  const shown = records.map((record) => shownTo(viewer, record, at)).filter((advisor) => advisor !== null);
  // By pseudonym, which tells nothing of when anybody came.
  shown.sort((one, other) => one.pseudonym.localeCompare(other.pseudonym, 'en'));
  return { shown, counts: countsOf(shown) };
}

async function answers({ viewer, now }: Context): Promise<ReturnType<typeof answersTo>> {
  return answersTo(viewer, await ChildRecord.find().lean<ChildRecordRecord[]>(), now());
}

export async function childAdvisors(context: Context): Promise<ShownChildAdvisor[]> {
  return (await answers(context)).shown;
}

export async function childAdvisorCounts(context: Context): Promise<ChildAdvisorCounts> {
  return (await answers(context)).counts;
}
