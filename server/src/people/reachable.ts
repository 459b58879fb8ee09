import type { Types } from 'mongoose';
import type { Language } from '../platform/language.js';
import type { AccountRecord } from './Account.js';
import { Account } from './Account.js';
import { during } from './interval.js';
import { Office } from './Office.js';
import { Person } from './Person.js';
import type { OfficeKind } from './Viewer.js';

/** Somebody to whom the portal writes. */
export interface Reachable {
  name: string;
  address: string;
  language: Language;
}

/** Those of the people who have an account and can be written to, each once. */
export async function reachable(personIds: readonly (Types.ObjectId | string)[]): Promise<Reachable[]> {
  const accounts = await Account.find({ personId: { $in: personIds } })
    .sort({ _id: 1 })
    .lean<AccountRecord[]>();
  const people = await Person.find({ _id: { $in: personIds } }, { name: 1 }).lean();
  const nameOf = new Map(people.map(({ _id, name }) => [String(_id), name]));
  return accounts.map(({ personId, email, language }) => ({ name: nameOf.get(String(personId)) ?? '', address: email, language }));
}

/** The person to write to while they hold the office; null once they do not, or cannot be reached. */
export async function reachableInOffice(personId: string, kind: OfficeKind, at: Date): Promise<Reachable | null> {
  if (!(await Office.exists({ personId, kind, ...during(at) }))) return null;
  return (await reachable([personId]))[0] ?? null;
}
