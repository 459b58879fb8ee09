import type { MailRecord } from '../platform/mail/Mail.js';
import { Mail } from '../platform/mail/Mail.js';
import { strickenOut } from '../platform/mail/outbox.js';
import type { AccountRecord } from './Account.js';
import { Account } from './Account.js';
import { AuditEntry } from './audit/AuditEntry.js';
import { ContactDetail } from './contact-details/ContactDetail.js';
import { Office } from './Office.js';
import { Passkey } from './Passkey.js';
import { Person } from './Person.js';
import { ChildRecordsOpening } from './safeguarding/ChildRecordsOpening.js';
import { SeatHolding } from './SeatHolding.js';
import { SeatInvitation } from './SeatInvitation.js';
import { Session } from './Session.js';
import { SignInRequest } from './SignInRequest.js';

/** What another room holds on a person, by the name under which the export shows it. */
export type HeldOnPerson = (personId: string) => Promise<Readonly<Record<string, unknown>>>;

const others: HeldOnPerson[] = [];

/** A later room that holds something on people says here how to find it; called when the portal starts. */
export function registerHeldOnPerson(held: HeldOnPerson): void {
  others.push(held);
}

/** Secrets and internals; whoever exports their data needs none of them. */
const leftOut = { tokenHash: 0, codeHash: 0, browserHash: 0, secrets: 0, __v: 0, updatedAt: 0 };

/** All that is held on a person, as JSON text with two blanks of indent. */
export async function dataHeldOn(personId: string, now: Date): Promise<string> {
  const account = await Account.findOne({ personId }, leftOut).lean<AccountRecord>();
  const byMail = account?.email ?? '';
  const held = {
    exportedAt: now,
    person: await Person.findById(personId, leftOut).lean(),
    account,
    sessions: await Session.find({ personId }, leftOut).lean(),
    contactDetails: await ContactDetail.find({ personId }, leftOut).lean(),
    passkeys: await Passkey.find({ personId }, { ...leftOut, publicKey: 0 }).lean(),
    signInRequests: await SignInRequest.find({ accountId: account?._id ?? null }, leftOut).lean(),
    seats: await SeatHolding.find({ personId }, leftOut).sort({ startedAt: 1 }).lean(),
    offices: await Office.find({ personId }, leftOut).sort({ startedAt: 1 }).lean(),
    invitationsReceived: await SeatInvitation.find({ email: byMail }, leftOut).lean(),
    invitationsSent: await SeatInvitation.find({ invitedById: personId }, { ...leftOut, email: 0, name: 0 }).lean(),
    openingsAskedFor: await ChildRecordsOpening.find({ askedById: personId }, leftOut).sort({ askedAt: 1 }).lean(),
    mails: (await Mail.find({ to: byMail }).lean<MailRecord[]>()).map(withoutSecrets),
    acts: await AuditEntry.find({ actorId: personId }, leftOut).sort({ sequence: 1 }).lean(),
    actsOfOthersOnThem: await AuditEntry.find({ subjectId: personId }, leftOut).sort({ sequence: 1 }).lean(),
  };
  const elsewhere = await Promise.all(others.map((other) => other(personId)));
  return JSON.stringify(Object.assign(held, ...elsewhere), null, 2);
}

function withoutSecrets({ to, language, subject, text, secrets, writtenAt, sentAt }: MailRecord): object {
  return { to, language, subject, text: strickenOut(text, secrets), writtenAt, sentAt };
}
