import { Types } from 'mongoose';
import { Organisation } from '../../directory/Organisation.js';
import { Mail } from '../mail/Mail.js';
import { testMoment } from './request.js';
import { inTransaction } from '../transaction.js';
import { recordAct } from '../../people/audit/recordAct.js';
import type { ContactVisibility } from '../../people/contact-details/ContactDetail.js';
import { ContactDetail } from '../../people/contact-details/ContactDetail.js';
import { Passkey } from '../../people/Passkey.js';
import type { AgeBand, ConsentPurpose, RegionalGroup } from '../../people/safeguarding/ChildRecord.js';
import { ChildRecord } from '../../people/safeguarding/ChildRecord.js';
import { ChildRecordsOpening } from '../../people/safeguarding/ChildRecordsOpening.js';
import { SeatInvitation } from '../../people/SeatInvitation.js';
import { Session } from '../../people/Session.js';
import { SignInRequest } from '../../people/SignInRequest.js';
import type { Viewer } from '../../people/Viewer.js';
import { addPerson } from '../../people/testing/addPerson.js';

/** A value planted where it is guarded; whoever is not named in `seenBy` must never meet it. */
export interface Canary {
  what: string;
  value: string;
  seenBy: readonly string[];
  /** A query by which the first of `seenBy` finds it; null where nobody can. */
  foundBy: string | null;
}

export interface World {
  people: ReadonlyMap<string, Viewer | null>;
  canaries: readonly Canary[];
  /** Keys of all sorts of things, to be asked for. */
  ids: readonly string[];
}

const members = [
  'member',
  'seat holder',
  'administrator',
  'elsewhere',
  'convener',
  'coordinator',
  'treasurer',
  'safeguarding lead',
  'secretariat',
  'operator',
];

const soon = new Date(testMoment.getTime() + 3_600_000);

/** Plants a value in every guarded field of people, of an organisation that is listed nowhere and of its seats. */
export async function plantCanaries(): Promise<World> {
  const here = await unlistedOrganisation();
  const elsewhere = new Types.ObjectId();
  const owner = await addPerson({ name: 'Canary Owner Name', email: 'canary-account@example.org', seats: [{ organisationId: here }] });
  const ownerKeys = { personId: owner.personId, accountId: owner.viewer.accountId };
  const people = new Map<string, Viewer | null>([
    ['visitor', null],
    ['member', (await addPerson()).viewer],
    ['seat holder', (await addPerson({ seats: [{ organisationId: here }] })).viewer],
    ['administrator', (await addPerson({ seats: [{ organisationId: here, isAdministrator: true }] })).viewer],
    ['elsewhere', (await addPerson({ seats: [{ organisationId: elsewhere, isAdministrator: true }] })).viewer],
    ['convener', (await addPerson({ offices: [{ kind: 'CONVENER', scope: 'group' }] })).viewer],
    ['coordinator', (await addPerson({ offices: [{ kind: 'COORDINATOR', scope: 'coalition' }] })).viewer],
    ['treasurer', (await addPerson({ offices: [{ kind: 'TREASURER' }] })).viewer],
    ['safeguarding lead', (await addPerson({ offices: [{ kind: 'SAFEGUARDING_LEAD' }] })).viewer],
    ['secretariat', (await addPerson({ offices: [{ kind: 'SECRETARIAT' }] })).viewer],
    ['operator', (await addPerson({ offices: [{ kind: 'OPERATOR' }] })).viewer],
  ]);
  for (const visibility of ['MEMBERS', 'GROUPS_IN_COMMON', 'SECRETARIAT'] as const) {
    await contact(visibility, { personId: new Types.ObjectId(owner.personId) });
    await contact(visibility, { organisationId: here });
  }
  const invitation = await SeatInvitation.create({
    organisationId: here,
    kind: 'CONTACT',
    name: 'Canary Invited Name',
    email: 'canary-invited@example.org',
    language: 'en',
    isAdministrator: false,
    tokenHash: 'canary-invitation-hash',
    invitedById: new Types.ObjectId(owner.personId),
    invitedAt: testMoment,
    expiresAt: soon,
    state: 'OPEN',
  });
  await plantSecrets(ownerKeys);
  await Mail.create({
    to: 'canary-mail@example.org',
    language: 'en',
    subject: 'canary-subject',
    text: 'canary-text',
    html: 'canary-html',
    secrets: ['canary-secret'],
    writtenAt: testMoment,
  });
  await inTransaction(() =>
    recordAct(owner.viewer, testMoment, {
      act: 'endOffice',
      subject: { type: 'Office', id: 'canary-audit-subject' },
      reason: 'canary-audit-reason',
    }),
  );
  await ChildRecordsOpening.create({
    reason: 'canary-opening-reason',
    askedById: new Types.ObjectId(people.get('safeguarding lead')?.personId),
    askedAt: testMoment,
    lapsesAt: soon,
    answer: 'REFUSED',
    refusedBecause: 'canary-opening-refusal',
  });
  const children = [
    await child('Canaryhidden', []),
    await child('Canarymedia', ['MEDIA', 'TRAVEL']),
    await child('Canarymember', ['PARTICIPATION']),
  ];
  return {
    people,
    canaries: canariesAt(String(here), owner.personId),
    ids: [String(here), String(elsewhere), owner.personId, ...owner.holdingIds, ...owner.seatIds, invitation.id as string, ...children],
  };
}

function canariesAt(here: string, ownerId: string): Canary[] {
  const ofPerson = `{ person(id: "${ownerId}") { name contactDetails { value } } }`;
  const ofOrganisation = `{ contactDetailsOf(organisationId: "${here}") { value } }`;
  const seats = `{ seatsOf(organisationId: "${here}") { invitations { email name } seats { organisation { name } } } }`;
  const keeping = `{ keepingOf(organisationId: "${here}") { seat { street } } }`;
  const trail = '{ auditTrail { edges { node { reason subjectId } } } }';
  const outbox = '{ outbox { edges { node { to subject text html } } } }';
  const register = ['administrator', 'secretariat', 'operator'];
  const known = ['seat holder', ...register];
  const canary = (what: string, value: string, seenBy: readonly string[], foundBy: string | null): Canary => ({
    what,
    value,
    seenBy,
    foundBy,
  });
  return [
    canary('the mail address of an account', 'canary-account@example.org', [], null),
    canary('the name of a person', 'Canary Owner Name', members, ofPerson),
    canary('a contact detail of a person for members', 'canary person MEMBERS', members, ofPerson),
    canary('a contact detail of a person for groups in common', 'canary person GROUPS_IN_COMMON', ['secretariat'], ofPerson),
    canary('a contact detail of a person for the secretariat', 'canary person SECRETARIAT', ['secretariat'], ofPerson),
    canary('a contact detail of an unlisted organisation for members', 'canary organisation MEMBERS', known, ofOrganisation),
    canary(
      'a contact detail of an organisation for groups in common',
      'canary organisation GROUPS_IN_COMMON',
      ['administrator', 'secretariat'],
      ofOrganisation,
    ),
    canary(
      'a contact detail of an organisation for the secretariat',
      'canary organisation SECRETARIAT',
      ['administrator', 'secretariat'],
      ofOrganisation,
    ),
    canary('the name of an unlisted organisation', 'Canary Unlisted Network', known, seats),
    canary('the street of an organisation', 'canary-seat-street', ['seat holder', 'administrator', 'secretariat'], keeping),
    canary('the address of an invitation', 'canary-invited@example.org', register, seats),
    canary('the name on an invitation', 'Canary Invited Name', register, seats),
    canary('a reason in the audit trail', 'canary-audit-reason', ['secretariat', 'operator'], trail),
    canary('a subject of the audit trail', 'canary-audit-subject', ['secretariat', 'operator'], trail),
    ...['canary-mail@example.org', 'canary-subject', 'canary-text', 'canary-html'].map((value) =>
      canary('a mail', value, ['operator'], outbox),
    ),
    canary('a secret of a mail', 'canary-secret', [], null),
    ...[
      'canary-session-hash',
      'canary-link-hash',
      'canary-code-hash',
      'canary-browser-hash',
      'canary-invitation-hash',
      'canary-credential',
      'canary-public-key',
    ].map((value) => canary('a secret', value, [], null)),
    canary('the name of a passkey', 'canary-passkey-name', [], null),
    ...['canary-opening-reason', 'canary-opening-refusal'].map((value) =>
      canary('a reason of an opening', value, ['safeguarding lead'], '{ childRecordsOpening { reason refusedBecause } }'),
    ),
    canary('a child without consent', 'Canaryhidden', [], null),
    canary('a child with consent to media and travel alone', 'Canarymedia', [], null),
    canary('a child with consent to participation', 'Canarymember', members, '{ childAdvisors { pseudonym } }'),
  ];
}

async function unlistedOrganisation(): Promise<Types.ObjectId> {
  const organisation = await Organisation.create({
    slug: 'canary-unlisted-network',
    key: 'canary unlisted network',
    name: 'Canary Unlisted Network',
    level: 'NATIONAL',
    country: 'CH',
    confidence: 'HIGH',
    isFictional: true,
    listing: 'UNLISTED',
    recordReadOn: '2026-03-02',
    seat: { street: 'canary-seat-street', city: null, region: null },
  });
  return organisation._id;
}

async function contact(
  visibility: ContactVisibility,
  owner: { personId: Types.ObjectId } | { organisationId: Types.ObjectId },
): Promise<void> {
  const whose = 'personId' in owner ? 'person' : 'organisation';
  await ContactDetail.create({ ...owner, kind: 'MESSENGER', value: `canary ${whose} ${visibility}`, visibility });
}

async function plantSecrets(owner: { personId: string; accountId: string }): Promise<void> {
  const moments = { signedInAt: testMoment, lastUsedAt: testMoment, expiresAt: soon };
  await Session.create({ ...owner, tokenHash: 'canary-session-hash', signedInBy: 'LINK', ...moments });
  const hashes = { tokenHash: 'canary-link-hash', codeHash: 'canary-code-hash', browserHash: 'canary-browser-hash' };
  await SignInRequest.create({ accountId: owner.accountId, ...hashes, requestedAt: testMoment, expiresAt: soon });
  const key = { credentialId: 'canary-credential', publicKey: 'canary-public-key', counter: 0 };
  await Passkey.create({ ...owner, name: 'canary-passkey-name', ...key, addedAt: testMoment });
}

async function child(pseudonym: string, purposes: readonly ConsentPurpose[]): Promise<string> {
  const days = { childSignedOn: '2026-01-01', guardianSignedOn: '2026-01-01', expiresOn: '2026-12-31', withdrawnAt: null };
  const record = await ChildRecord.create({
    pseudonym,
    ageBand: 'FROM_13_TO_17' satisfies AgeBand,
    region: 'AFRICA' satisfies RegionalGroup,
    languages: ['fr'],
    mandateStartsOn: '2026-01-01',
    mandateEndsOn: '2026-12-31',
    supportingOrganisationId: new Types.ObjectId(),
    consents: purposes.map((purpose) => ({ purpose, ...days })),
  });
  return record.id as string;
}
