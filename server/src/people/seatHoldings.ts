import type { Types } from 'mongoose';
import { isValidObjectId } from 'mongoose';
import type { Context } from '../context.js';
import { notFound } from '../platform/errors.js';
import { inTurn } from '../platform/inTurn.js';
import { during } from './interval.js';
import { findOrganisation } from './organisations.js';
import { SeatChangedMeanwhile } from './refusals.js';
import type { SeatRecord } from './Seat.js';
import { Seat } from './Seat.js';
import type { SeatHoldingRecord } from './SeatHolding.js';
import { SeatHolding } from './SeatHolding.js';
import type { SeatKind } from './Viewer.js';

/** Changes the seats of one organisation while nobody else does. */
export async function inSeatTurn<T>(organisationId: Types.ObjectId | string, act: () => Promise<T>): Promise<T> {
  return inTurn(seatsOfOrganisation(organisationId), act);
}

/** The name of the matter for `inTurn`. */
export function seatsOfOrganisation(organisationId: Types.ObjectId | string): string {
  return `seats of ${String(organisationId)}`;
}

/** Who holds the organisation's seats at the moment. */
export async function holdingsAt(organisationId: Types.ObjectId, at: Date): Promise<SeatHoldingRecord[]> {
  return SeatHolding.find({ organisationId, ...during(at) }).lean<SeatHoldingRecord[]>();
}

/** Whether somebody still administers the organisation's seats when this holding ends. A holding without the right changes nothing. */
export function leavesAnAdministrator(holdings: readonly SeatHoldingRecord[], ending: SeatHoldingRecord): boolean {
  return !ending.isAdministrator || holdings.some((holding) => holding.isAdministrator && holding.id !== ending.id);
}

/** Ends the holding at the moment; answers with it as it is then. */
export async function endHolding(holding: SeatHoldingRecord, at: Date): Promise<SeatHoldingRecord> {
  const ended = await SeatHolding.findOneAndUpdate(
    { _id: holding._id, endedAt: null },
    { endedAt: at },
    { returnDocument: 'after' },
  ).lean<SeatHoldingRecord>();
  if (ended === null) throw new Error(`The holding ${holding.id} has ended before.`);
  return ended;
}

/** Seats the person from the moment on; the seat must be vacant then. */
export async function beginHolding(
  seat: Pick<SeatRecord, '_id' | 'organisationId' | 'kind'>,
  { personId, isAdministrator }: { personId: Types.ObjectId; isAdministrator: boolean },
  at: Date,
): Promise<SeatHoldingRecord> {
  const { organisationId, kind } = seat;
  const holding = await SeatHolding.create({ seatId: seat._id, organisationId, kind, personId, isAdministrator, startedAt: at });
  return holding.toObject<SeatHoldingRecord>({ virtuals: true });
}

export async function openSeat(organisationId: Types.ObjectId, kind: SeatKind, at: Date): Promise<SeatRecord> {
  const seat = await Seat.create({ organisationId, kind, openedAt: at });
  return seat.toObject<SeatRecord>({ virtuals: true });
}

/** The holding with this key, if it is of an organisation that the viewer may see; throws NOT_FOUND otherwise. */
export async function visibleHolding(context: Context, holdingId: string): Promise<SeatHoldingRecord> {
  const holding = isValidObjectId(holdingId) ? await SeatHolding.findById(holdingId).lean<SeatHoldingRecord>() : null;
  if (holding === null || findOrganisation(String(holding.organisationId), context.viewer, context.language) === null) throw notFound();
  return holding;
}

/** The seat as it is now, for the refusal that tells what somebody else did to it. */
export async function changedMeanwhile(context: Context, seatId: Types.ObjectId | null): Promise<SeatChangedMeanwhile> {
  return new SeatChangedMeanwhile(context.language, seatId === null ? null : await Seat.findById(seatId).lean<SeatRecord>());
}
