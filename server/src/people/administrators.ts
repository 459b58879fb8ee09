import type { Types } from 'mongoose';
import { during } from './interval.js';
import type { Reachable } from './reachable.js';
import { reachable } from './reachable.js';
import { SeatHolding } from './SeatHolding.js';

/** Who administers the organisation at the moment and can be written to, each once. */
export async function administratorsOf(organisationId: Types.ObjectId | string, at: Date): Promise<Reachable[]> {
  const holdings = await SeatHolding.find({ organisationId, isAdministrator: true, ...during(at) }, { personId: 1 }).lean();
  return reachable(holdings.map(({ personId }) => personId));
}

/** The organisations that somebody administers at the moment. */
export async function administeredOrganisations(at: Date): Promise<string[]> {
  const holdings = await SeatHolding.find({ isAdministrator: true, ...during(at) }, { organisationId: 1 }).lean();
  return [...new Set(holdings.map(({ organisationId }) => String(organisationId)))];
}
