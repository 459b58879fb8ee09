import type { Types } from 'mongoose';
import { testMoment } from '../../platform/testing/request.js';
import type { AccountRecord } from '../Account.js';
import { Account } from '../Account.js';
import { defaultsOf } from '../countryDefaults.js';
import { Office } from '../Office.js';
import { Person } from '../Person.js';
import { Seat } from '../Seat.js';
import { SeatHolding } from '../SeatHolding.js';
import { viewerOf } from '../sessions.js';
import type { HeldOffice, SeatKind, Viewer } from '../Viewer.js';

/** Somebody with an account, before `testMoment`. */
export interface TestPerson {
  personId: string;
  email: string;
  /** The holdings of the seats that were asked for, in their order. */
  holdingIds: string[];
  seatIds: string[];
  viewer: Viewer;
}

const before = new Date(testMoment.getTime() - 365 * 86_400_000);
let count = 0;

/** Adds a person who holds these seats and offices since a year before `testMoment`. */
export async function addPerson({
  name = 'Somebody',
  email = `somebody.${(count += 1)}@example.org`,
  country = null,
  seats = [],
  offices = [],
  account = {},
}: {
  name?: string;
  email?: string;
  country?: string | null;
  seats?: { organisationId: Types.ObjectId; kind?: SeatKind; isAdministrator?: boolean }[];
  offices?: readonly HeldOffice[];
  account?: Partial<AccountRecord>;
} = {}): Promise<TestPerson> {
  const person = await Person.create({ name });
  const opened = await Account.create({ personId: person._id, email, openedAt: before, ...defaultsOf(country), ...account });
  const holdingIds: string[] = [];
  const seatIds: string[] = [];
  for (const { organisationId, kind = 'DELEGATE', isAdministrator = false } of seats) {
    const seat = await Seat.create({ organisationId, kind, openedAt: before });
    const holding = await SeatHolding.create({
      seatId: seat._id,
      organisationId,
      kind,
      personId: person._id,
      isAdministrator,
      startedAt: before,
    });
    seatIds.push(seat.id);
    holdingIds.push(holding.id);
  }
  for (const office of offices) await Office.create({ ...office, personId: person._id, startedAt: before });
  const viewer = await viewerOf({ accountId: opened._id, personId: person._id }, testMoment);
  return { personId: person.id, email, holdingIds, seatIds, viewer };
}
