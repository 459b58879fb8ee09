import { Mail } from '../platform/mail/Mail.js';
import type { AccountRecord } from './Account.js';
import { Account } from './Account.js';
import { ContactDetail } from './contact-details/ContactDetail.js';
import { during } from './interval.js';
import { Office } from './Office.js';
import { Passkey } from './Passkey.js';
import type { PersonRecord } from './Person.js';
import { Person } from './Person.js';
import { SeatHolding } from './SeatHolding.js';
import { SeatInvitation } from './SeatInvitation.js';
import { Session } from './Session.js';
import { SignInRequest } from './SignInRequest.js';

/** Removes what another room holds that is personal; called inside a transaction. */
export type EraseElsewhere = (personId: string) => Promise<void>;

const others: EraseElsewhere[] = [];

/** A later room that holds something personal says here how to remove it; called when the portal starts. */
export function registerErasure(erase: EraseElsewhere): void {
  others.push(erase);
}

/** Removes all that is personal and leaves the person as a key without a name, so that no history and no count changes. To be called in a transaction. */
export async function eraseAllOf({ _id: accountId, personId, email }: AccountRecord, now: Date): Promise<PersonRecord> {
  await SeatHolding.updateMany({ personId, ...during(now) }, { endedAt: now });
  await Office.updateMany({ personId, ...during(now) }, { endedAt: now });
  await Session.deleteMany({ personId });
  await ContactDetail.deleteMany({ personId });
  await Passkey.deleteMany({ personId });
  await SignInRequest.deleteMany({ accountId });
  await SeatInvitation.deleteMany({ email });
  await Mail.deleteMany({ to: email });
  await Account.deleteOne({ _id: accountId });
  for (const erase of others) await erase(String(personId));
  const erased = await Person.findOneAndUpdate(
    { _id: personId },
    { name: null, demonstrationRole: null, erasedAt: now },
    { returnDocument: 'after' },
  ).lean<PersonRecord>();
  if (erased === null) throw new Error(`No person has the key ${String(personId)}.`);
  return erased;
}
