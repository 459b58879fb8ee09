import type { Types } from 'mongoose';
import type { Language } from '../platform/language.js';
import type { AccountRecord } from './Account.js';
import { Account } from './Account.js';
import { during } from './interval.js';
import { Person } from './Person.js';
import { SeatHolding } from './SeatHolding.js';

/** Somebody to whom the portal writes. */
export interface Reachable {
  name: string;
  address: string;
  language: Language;
}

/** Who administers the organisation at the moment and can be written to, each once. */
export async function administratorsOf(organisationId: Types.ObjectId | string, at: Date): Promise<Reachable[]> {
  const holdings = await SeatHolding.find({ organisationId, isAdministrator: true, ...during(at) }, { personId: 1 }).lean();
  const personIds = holdings.map(({ personId }) => personId);
  const accounts = await Account.find({ personId: { $in: personIds } })
    .sort({ _id: 1 })
    .lean<AccountRecord[]>();
  const people = await Person.find({ _id: { $in: personIds } }, { name: 1 }).lean();
  const nameOf = new Map(people.map(({ _id, name }) => [String(_id), name]));
  return accounts.map(({ personId, email, language }) => ({ name: nameOf.get(String(personId)) ?? '', address: email, language }));
}

/** The organisations that somebody administers at the moment. */
export async function administeredOrganisations(at: Date): Promise<string[]> {
  const holdings = await SeatHolding.find({ isAdministrator: true, ...during(at) }, { organisationId: 1 }).lean();
  return [...new Set(holdings.map(({ organisationId }) => String(organisationId)))];
}
