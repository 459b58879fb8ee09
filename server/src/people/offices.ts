import { during } from './interval.js';
import type { OfficeRecord } from './Office.js';
import { Office } from './Office.js';
import { officeKinds } from './Viewer.js';

/** The offices as they were held at the moment, by kind and scope. */
export async function officesAt(at: Date): Promise<OfficeRecord[]> {
  const offices = await Office.find(during(at)).sort({ startedAt: 1, _id: 1 }).lean<OfficeRecord[]>();
  const rank = (office: OfficeRecord) => officeKinds.indexOf(office.kind);
  return offices.sort((one, other) => rank(one) - rank(other) || (one.scope ?? '').localeCompare(other.scope ?? ''));
}
