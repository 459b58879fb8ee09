import { Types } from 'mongoose';
import { Mail } from '../../platform/mail/Mail.js';
import { testDatabase } from '../../platform/testing/database.js';
import { execute } from '../../platform/testing/execute.js';
import { testMoment } from '../../platform/testing/request.js';
import { Account } from '../Account.js';
import { registerOrganisations } from '../organisations.js';
import { addPerson } from '../testing/addPerson.js';
import { Browser } from '../testing/Browser.js';
import type { Viewer } from '../Viewer.js';

testDatabase();
registerOrganisations((id) => ({ id, name: 'Fictional Organisation', country: 'EG' }));

const days = (count: number) => new Date(testMoment.getTime() + count * 86_400_000);
let places = 0;
const browser = (viewer?: Viewer) => new Browser({ address: `10.1.0.${(places += 1)}`, ...(viewer ? { viewer } : {}) });

async function organisation() {
  const organisationId = new Types.ObjectId();
  const administrator = await addPerson({ name: 'Amal', seats: [{ organisationId, kind: 'REPRESENTATIVE', isAdministrator: true }] });
  return { organisationId, administrator };
}

type Outcome = Record<string, unknown> & { __typename: string };

async function invite(organisationId: Types.ObjectId, viewer: Viewer | null, input: object = {}) {
  const { data, errors } = await execute<{ inviteToSeat: Outcome & { id?: string } }>(
    `mutation ($input: InviteToSeatInput!) { inviteToSeat(input: $input) { __typename ... on SeatInvitation { id state expiresAt } ... on InvalidInput { fields { path } }
      ... on InvitationPending { invitation { email } } } }`,
    {
      variables: { input: { organisationId: String(organisationId), kind: 'CONTACT', name: 'Mira', email: 'mira@example.org', ...input } },
      viewer,
    },
  );
  return { outcome: data?.inviteToSeat, code: errors[0]?.extensions?.['code'] };
}

async function tokenFor(email: string): Promise<string> {
  const mail = await Mail.findOne({ to: email }).sort({ _id: -1 }).lean();
  return /\/invitation#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
}

const answer = async (mutation: 'accept' | 'decline', token: string, from = browser(), now = testMoment) =>
  (
    await from.ask<Record<string, Outcome>>(
      `mutation ($token: String!) { answer: ${mutation}SeatInvitation(input: { token: $token }) { __typename
        ${mutation === 'accept' ? '... on SeatHolding { isAdministrator person { name } seat { kind history { person { name } } } }' : ''} } }`,
      { variables: { token }, now },
    )
  ).data?.['answer'];

const offer = async (token: string, now = testMoment) =>
  (
    await execute<{ seatOffer: unknown }>(
      `query ($token: String!) { seatOffer(token: $token) { organisationName kind name email isAdministrator } }`,
      {
        variables: { token },
        now,
      },
    )
  ).data?.seatOffer;

test('somebody new reads the invitation, accepts it, and is signed in with a seat and sensible settings', async () => {
  const { organisationId, administrator } = await organisation();
  const email = 'new.one@example.org';
  expect((await invite(organisationId, administrator.viewer, { email, language: 'AR' })).outcome).toMatchObject({
    __typename: 'SeatInvitation',
    state: 'OPEN',
    expiresAt: days(14).toISOString(),
  });
  const token = await tokenFor(email);
  expect(await offer(token)).toEqual({
    organisationName: 'Fictional Organisation',
    kind: 'CONTACT',
    name: 'Mira',
    email,
    isAdministrator: false,
  });
  const newcomer = browser();
  expect(await answer('accept', token, newcomer)).toMatchObject({
    __typename: 'SeatHolding',
    person: { name: 'Mira' },
    seat: { kind: 'CONTACT' },
  });
  expect(await newcomer.signedInAs()).toBe('Mira');
  expect(await Account.findOne({ email }).lean()).toMatchObject({
    language: 'ar',
    timeZone: 'Africa/Cairo',
    weekend: ['FRIDAY', 'SATURDAY'],
  });
});

test('the invitation mail is in the language asked for and names who invites', async () => {
  const { organisationId, administrator } = await organisation();
  await invite(organisationId, administrator.viewer, { email: 'in.french@example.org', language: 'FR', isAdministrator: true });
  const mail = await Mail.findOne({ to: 'in.french@example.org' }).lean();
  expect(mail).toMatchObject({ language: 'fr', subject: 'Fictional Organisation vous invite sur Plenum' });
  expect(mail?.text).toContain('Amal vous invite à occuper un siège de Fictional Organisation dans le réseau : contact.');
  expect(mail?.text).toContain('Vous décideriez aussi qui occupe les sièges');
});

test('an account that exists is not opened by an invitation, but takes the seat once it is signed in', async () => {
  const { organisationId, administrator } = await organisation();
  const known = await addPerson({ name: 'Chidi' });
  await invite(organisationId, administrator.viewer, { email: known.email.toUpperCase() });
  const token = await tokenFor(known.email);
  const stranger = browser();
  expect((await answer('accept', token, stranger))?.__typename).toBe('SignInFirst');
  expect(await stranger.signedInAs()).toBeUndefined();
  expect((await answer('accept', token, browser(administrator.viewer)))?.__typename).toBe('SignInFirst');
  expect(await answer('accept', token, browser(known.viewer))).toMatchObject({ __typename: 'SeatHolding', person: { name: 'Chidi' } });
});

test('an invitation into a seat that is held replaces the holder when it is accepted, and the history stays', async () => {
  const { organisationId, administrator } = await organisation();
  const before = await addPerson({ name: 'Before', seats: [{ organisationId, kind: 'CONTACT' }] });
  const seat = { seatId: before.seatIds[0], replacesHoldingId: before.holdingIds[0], email: 'after@example.org', name: 'After' };
  await invite(organisationId, administrator.viewer, seat);
  expect(await answer('accept', await tokenFor('after@example.org'))).toMatchObject({
    __typename: 'SeatHolding',
    seat: { history: [{ person: { name: 'After' } }, { person: { name: 'Before' } }] },
  });
});

test('a seat that changed after the invitation is not taken', async () => {
  const { organisationId, administrator } = await organisation();
  const before = await addPerson({ seats: [{ organisationId, kind: 'CONTACT' }] });
  const seat = { seatId: before.seatIds[0], replacesHoldingId: before.holdingIds[0], email: 'too.late@example.org' };
  await invite(organisationId, administrator.viewer, seat);
  await execute(`mutation ($id: ID!) { endSeatHolding(input: { holdingId: $id }) { __typename } }`, {
    variables: { id: before.holdingIds[0] },
    viewer: before.viewer,
  });
  expect((await answer('accept', await tokenFor('too.late@example.org'), browser(), days(1)))?.__typename).toBe('SeatChangedMeanwhile');
  expect(await Account.exists({ email: 'too.late@example.org' })).toBeNull();
});

test('an invitation into a seat that is held otherwise than the page showed is refused', async () => {
  const { organisationId, administrator } = await organisation();
  const before = await addPerson({ seats: [{ organisationId, kind: 'CONTACT' }] });
  expect((await invite(organisationId, administrator.viewer, { seatId: before.seatIds[0] })).outcome?.__typename).toBe(
    'SeatChangedMeanwhile',
  );
});

test('one address and one seat have one open invitation, even of two sent at the same moment', async () => {
  const { organisationId, administrator } = await organisation();
  const [one, other] = await Promise.all([
    invite(organisationId, administrator.viewer, { email: 'twice@example.org' }),
    invite(organisationId, administrator.viewer, { email: 'twice@example.org' }),
  ]);
  expect([one.outcome?.__typename, other.outcome?.__typename].sort()).toEqual(['InvitationPending', 'SeatInvitation']);
});

test('an invitation that was taken back, declined or accepted is answered', async () => {
  const { organisationId, administrator } = await organisation();
  const { outcome } = await invite(organisationId, administrator.viewer, { email: 'back@example.org' });
  const withdraw = (id: unknown, viewer: Viewer) =>
    execute<{ withdrawSeatInvitation: Outcome }>(
      'mutation ($id: ID!) { withdrawSeatInvitation(input: { invitationId: $id }) { __typename ... on SeatInvitation { state } } }',
      { variables: { id }, viewer },
    );
  const delegate = await addPerson({ seats: [{ organisationId }] });
  expect((await withdraw(outcome?.id, delegate.viewer)).errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
  expect((await withdraw('nonsense', administrator.viewer)).errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
  expect((await withdraw(outcome?.id, administrator.viewer)).data?.withdrawSeatInvitation).toEqual({
    __typename: 'SeatInvitation',
    state: 'WITHDRAWN',
  });
  expect((await withdraw(outcome?.id, administrator.viewer)).data?.withdrawSeatInvitation.__typename).toBe('InvitationAnswered');
  expect((await answer('accept', await tokenFor('back@example.org')))?.__typename).toBe('InvitationAnswered');
  expect(await offer(await tokenFor('back@example.org'))).toBeNull();

  await invite(organisationId, administrator.viewer, { email: 'no@example.org' });
  const token = await tokenFor('no@example.org');
  expect((await answer('decline', token))?.__typename).toBe('SeatInvitationDeclined');
  expect((await answer('decline', token))?.__typename).toBe('InvitationAnswered');
  expect((await answer('accept', token))?.__typename).toBe('InvitationAnswered');
});

test('an invitation is good for fourteen days, and one never sent for none', async () => {
  const { organisationId, administrator } = await organisation();
  await invite(organisationId, administrator.viewer, { email: 'slow@example.org' });
  const token = await tokenFor('slow@example.org');
  expect(await offer(token, days(14))).toBeNull();
  expect((await answer('accept', token, browser(), days(14)))?.__typename).toBe('InvitationNotValid');
  expect((await answer('accept', `${token.slice(1)}x`))?.__typename).toBe('InvitationNotValid');
  expect((await answer('accept', token, browser(), days(13.9)))?.__typename).toBe('SeatHolding');
});

test('two clicks on the same invitation make one seat', async () => {
  const { organisationId, administrator } = await organisation();
  await invite(organisationId, administrator.viewer, { email: 'double@example.org' });
  const token = await tokenFor('double@example.org');
  const outcomes = await Promise.all([answer('accept', token), answer('accept', token)]);
  expect(outcomes.map((outcome) => outcome?.__typename)).toContain('SeatHolding');
  expect(outcomes.filter((outcome) => outcome?.__typename === 'SeatHolding')).toHaveLength(1);
  expect(await Account.countDocuments({ email: 'double@example.org' })).toBe(1);
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ name: 'x'.repeat(201) }, 'name'],
  [{ name: 'two\nlines' }, 'name'],
  [{ email: 'nowhere' }, 'email'],
])('the input %j is told to be wrong', async (input, path) => {
  const { organisationId, administrator } = await organisation();
  expect((await invite(organisationId, administrator.viewer, input)).outcome).toMatchObject({
    __typename: 'InvalidInput',
    fields: [{ path }],
  });
});

test('those who may not invite neither invite nor see who was invited', async () => {
  const { organisationId, administrator } = await organisation();
  const delegate = await addPerson({ seats: [{ organisationId }] });
  await invite(organisationId, administrator.viewer, { email: 'unseen@example.org' });
  expect((await invite(organisationId, delegate.viewer)).code).toBe('FORBIDDEN');
  expect((await invite(organisationId, null)).code).toBe('UNAUTHENTICATED');
  const invitations = async (viewer: Viewer) =>
    (
      await execute<{ seatsOf: { invitations: unknown[]; viewerCanInvite: boolean } }>(
        'query ($id: ID!) { seatsOf(organisationId: $id) { viewerCanInvite invitations { email invitedBy { name } } } }',
        { variables: { id: String(organisationId) }, viewer },
      )
    ).data?.seatsOf;
  expect(await invitations(delegate.viewer)).toEqual({ viewerCanInvite: false, invitations: [] });
  expect(await invitations(administrator.viewer)).toEqual({
    viewerCanInvite: true,
    invitations: [{ email: 'unseen@example.org', invitedBy: { name: 'Amal' } }],
  });
});
