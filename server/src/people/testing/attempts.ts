import { type Types } from 'mongoose';
import { testMoment } from '../../platform/testing/request.js';
import { ContactDetail } from '../contact-details/ContactDetail.js';
import { Office } from '../Office.js';
import { Passkey } from '../Passkey.js';
import type { ChildRecordRecord } from '../safeguarding/ChildRecord.js';
import { ChildRecord } from '../safeguarding/ChildRecord.js';
import { ChildRecordsOpening } from '../safeguarding/ChildRecordsOpening.js';
import { Seat } from '../Seat.js';
import { SeatHolding } from '../SeatHolding.js';
import { SeatInvitation } from '../SeatInvitation.js';
import { Session } from '../Session.js';
import { newToken } from '../token.js';
import type { TestPerson } from './addPerson.js';
import { addPerson } from './addPerson.js';

/** The organisation that a try is about, and the person whose thing it is. */
export interface Target {
  here: Types.ObjectId;
  owner: TestPerson;
}

/** Makes the thing anew, belonging to `owner` or to the organisation, and answers with the input of the mutation; undefined where it takes none. */
export type Attempt = (target: Target) => Promise<object | undefined>;

const nothing = () => Promise.resolve(undefined);
const input = (value: object) => () => Promise.resolve(value);
const soon = new Date(testMoment.getTime() + 3_600_000);

/** For each mutation of this room, how it is tried. */
export const attempts: Readonly<Record<string, Attempt>> = {
  signInAsDemonstrationPerson: input({ role: 'MEMBER' }),
  requestSignInLink: input({ email: 'anybody@example.org' }),
  signInWithLink: input({ token: 'unknown' }),
  confirmSignInCode: input({ code: '123456' }),
  prepareToSignInWithPasskey: nothing,
  signInWithPasskey: input({ response: '{}' }),
  signOut: nothing,
  signOutEverywhere: nothing,
  prepareToAddPasskey: nothing,
  addPasskey: input({ response: '{}', name: 'My phone' }),
  changeSettings: input({ timeZone: 'Asia/Manila' }),
  acceptSeatInvitation: input({ token: 'unknown' }),
  declineSeatInvitation: input({ token: 'unknown' }),

  async revokeSession({ owner }) {
    const moments = { signedInAt: testMoment, lastUsedAt: testMoment, expiresAt: soon };
    const { accountId, personId } = owner.viewer;
    const session = await Session.create({ accountId, personId, tokenHash: newToken(), signedInBy: 'LINK', ...moments });
    return { sessionId: session.id as string };
  },
  async removePasskey({ owner: { viewer, personId } }) {
    const key = { credentialId: newToken(), publicKey: 'x', counter: 0, addedAt: testMoment };
    const passkey = await Passkey.create({ personId, accountId: viewer.accountId, name: 'Phone', ...key });
    return { passkeyId: passkey.id as string };
  },
  erasePerson: ({ owner }) => Promise.resolve({ personId: owner.personId, email: owner.email, reason: 'Asked for.' }),

  addContactDetail: ({ here, owner }) =>
    Promise.resolve({ ...contactOwner(here, owner), kind: 'MESSENGER', value: 'x', visibility: 'PUBLIC' }),
  changeContactDetail: async (target) => ({ contactDetailId: await contactDetail(target), visibility: 'MEMBERS' }),
  removeContactDetail: async (target) => ({ contactDetailId: await contactDetail(target) }),

  inviteToSeat: ({ here }) =>
    Promise.resolve({ organisationId: String(here), kind: 'CONTACT', name: 'Mira', email: `${newToken().slice(0, 20)}@example.org` }),
  async withdrawSeatInvitation({ here, owner }) {
    const moments = { invitedAt: testMoment, expiresAt: soon, state: 'OPEN', invitedById: owner.personId } as const;
    const whom = { name: 'Mira', email: 'mira@example.org', language: 'en', kind: 'CONTACT', isAdministrator: false } as const;
    const invitation = await SeatInvitation.create({ organisationId: here, tokenHash: newToken(), ...whom, ...moments });
    return { invitationId: invitation.id as string };
  },
  async replaceSeatHolder({ here, owner }) {
    const successor = await addPerson({ seats: [{ organisationId: here }] });
    return { holdingId: await holding(here, owner), successorId: successor.personId, reason: 'Asked for.' };
  },
  endSeatHolding: async ({ here, owner }) => ({ holdingId: await holding(here, owner), reason: 'Asked for.' }),
  setAdministrator: async ({ here, owner }) => ({ holdingId: await holding(here, owner), isAdministrator: true, reason: 'Asked for.' }),

  appointToOffice: ({ owner }) => Promise.resolve({ kind: 'TREASURER', personId: owner.personId }),
  async endOffice({ owner }) {
    const office = await Office.create({ kind: 'CONVENER', scope: 'fictional-group', personId: owner.personId, startedAt: testMoment });
    return { officeId: office.id as string, reason: 'Asked for.' };
  },

  askToOpenChildRecords: input({ reason: 'Yearly review.' }),
  agreeToOpenChildRecords: async (target) => ({ openingId: await opening(target) }),
  refuseToOpenChildRecords: async (target) => ({ openingId: await opening(target), reason: 'Asked for.' }),
  closeChildRecords: async (target) => ({ openingId: await opening(target) }),
  readChildRecords: nothing,
  registerChildAdvisor: ({ here }) => Promise.resolve({ ...comet, supportingOrganisationId: String(here) }),
  recordConsent: async (target) => ({
    childRecordId: await childRecord(target),
    purpose: 'TRAVEL',
    childSignedOn: '2026-02-01',
    guardianSignedOn: '2026-02-01',
    expiresOn: '2026-12-31',
  }),
  withdrawConsent: input({ pseudonym: 'Comet', purpose: 'TRAVEL' }),
  removeChildAdvisor: async (target) => ({ childRecordId: await childRecord(target), reason: 'Asked for.' }),
};

const comet = {
  pseudonym: 'Comet',
  ageBand: 'FROM_13_TO_17' as const,
  region: 'ASIA_PACIFIC' as const,
  languages: ['km'],
  mandateStartsOn: '2026-01-01',
  mandateEndsOn: '2026-12-31',
} satisfies Partial<ChildRecordRecord>;

/** Somebody else's things belong to the organisation here, one's own to oneself: `owner` holds a seat here only in the first case. */
function contactOwner(here: Types.ObjectId, owner: TestPerson): { organisationId?: string } {
  return owner.viewer.seats.some((seat) => seat.organisationId === String(here)) ? { organisationId: String(here) } : {};
}

async function contactDetail({ here, owner }: Target): Promise<string> {
  const whose = 'organisationId' in contactOwner(here, owner) ? { organisationId: here } : { personId: owner.personId };
  const detail = await ContactDetail.create({ ...whose, kind: 'MESSENGER', value: 'x', visibility: 'SECRETARIAT' });
  return detail.id as string;
}

async function holding(here: Types.ObjectId, owner: TestPerson): Promise<string> {
  const seat = await Seat.create({ organisationId: here, kind: 'DELEGATE', openedAt: testMoment });
  const held = { personId: owner.personId, organisationId: here, kind: 'DELEGATE', isAdministrator: false, startedAt: testMoment } as const;
  const created = await SeatHolding.create({ seatId: seat._id, ...held });
  return created.id as string;
}

async function childRecord({ here }: Target): Promise<string> {
  const record = await ChildRecord.create({ ...comet, supportingOrganisationId: here });
  return record.id as string;
}

async function opening({ owner }: Target): Promise<string> {
  const moments = { askedAt: testMoment, lapsesAt: soon };
  const asked = await ChildRecordsOpening.create({ reason: 'Yearly review.', askedById: owner.personId, ...moments });
  return asked.id as string;
}
