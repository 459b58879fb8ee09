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

/** By pseudonym, which tells nothing of when anybody came. */
export async function childAdvisors({ viewer, now }: Context): Promise<ShownChildAdvisor[]> {
  const records = await ChildRecord.find().lean<ChildRecordRecord[]>();
  const shown = records.map((record) => shownTo(viewer, record, now())).filter((advisor) => advisor !== null);
  return shown.sort((one, other) => one.pseudonym.localeCompare(other.pseudonym, 'en'));
}

export async function childAdvisorCounts({ now }: Context): Promise<ChildAdvisorCounts> {
  const records = await ChildRecord.find().lean<ChildRecordRecord[]>();
  return countsOf(records.filter((record) => hasMandateAt(record, now())));
}
