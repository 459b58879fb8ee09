import { Types } from 'mongoose';
import { testDatabase } from '../../platform/testing/database.js';
import { execute } from '../../platform/testing/execute.js';
import { testMoment } from '../../platform/testing/request.js';
import { AuditEntry } from '../audit/AuditEntry.js';
import { registerOrganisations } from '../organisations.js';
import { viewerOf } from '../sessions.js';
import type { TestPerson } from '../testing/addPerson.js';
import { addPerson } from '../testing/addPerson.js';
import type { Viewer } from '../Viewer.js';

testDatabase();

const hidden = new Types.ObjectId();
registerOrganisations((id) =>
  id === String(hidden) || !/^[0-9a-f]{24}$/.test(id) ? null : { id, name: 'Fictional Organisation', country: 'EG' },
);

const minutes = (count: number) => new Date(testMoment.getTime() + count * 60_000);

/** An organisation with an administrator who represents it, and a delegate. */
async function organisation() {
  const organisationId = new Types.ObjectId();
  const administrator = await addPerson({ name: 'Amal', seats: [{ organisationId, kind: 'REPRESENTATIVE', isAdministrator: true }] });
  const delegate = await addPerson({ name: 'Mira', seats: [{ organisationId }] });
  return { organisationId, administrator, delegate };
}

type Outcome = { __typename: string; id?: string; [field: string]: unknown };

async function act(mutation: string, input: object, viewer: Viewer | null, now = testMoment) {
  const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await execute<Record<string, Outcome>>(
    `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { __typename
      ... on SeatHolding { id startedAt endedAt isAdministrator person { name } seat { id } }
      ... on SeatChangedMeanwhile { message seatNow { holder { person { name } } } }
      ... on LastAdministrator { message }
      ... on InvalidInput { fields { path } } } }`,
    { variables: { input }, viewer, now },
  );
  return { outcome: data?.[mutation], code: errors[0]?.extensions?.['code'] };
}

const replace = (holding: TestPerson, by: TestPerson, viewer: Viewer, extra: object = {}, now = testMoment) =>
  act('replaceSeatHolder', { holdingId: holding.holdingIds[0], successorId: by.personId, ...extra }, viewer, now);

type Seats = {
  seatsOf: {
    viewerCanInvite: boolean;
    seats: {
      kind: string;
      holder: { person: { name: string } } | null;
      history: { startedAt: string; endedAt: string | null; isAdministrator: boolean; person: { name: string } }[];
    }[];
  } | null;
};

const seatsOf = async (organisationId: Types.ObjectId, viewer: Viewer | null, now = testMoment) =>
  (
    await execute<Seats>(
      `query ($id: ID!) { seatsOf(organisationId: $id) { viewerCanInvite
        seats { kind holder { person { name } } history { startedAt endedAt isAdministrator person { name } } } } }`,
      { variables: { id: String(organisationId) }, viewer, now },
    )
  ).data?.seatsOf;

describe('replacing', () => {
  test('a replaced representative leaves the seat with its whole history', async () => {
    const { organisationId, administrator, delegate } = await organisation();
    const { outcome } = await replace(administrator, delegate, administrator.viewer, {}, minutes(1));
    expect(outcome).toMatchObject({
      __typename: 'SeatHolding',
      person: { name: 'Mira' },
      isAdministrator: true,
      startedAt: minutes(1).toISOString(),
      endedAt: null,
    });
    const seats = await seatsOf(organisationId, delegate.viewer, minutes(2));
    expect(seats?.seats).toHaveLength(2);
    expect(seats?.seats[0]).toEqual({
      kind: 'REPRESENTATIVE',
      holder: { person: { name: 'Mira' } },
      history: [
        { startedAt: minutes(1).toISOString(), endedAt: null, isAdministrator: true, person: { name: 'Mira' } },
        { startedAt: '2025-03-02T09:00:00.000Z', endedAt: minutes(1).toISOString(), isAdministrator: true, person: { name: 'Amal' } },
      ],
    });
  });

  test('of two who replace the same holder at the same moment, one is told that the seat has changed', async () => {
    const { organisationId, administrator, delegate } = await organisation();
    const colleague = await addPerson({ name: 'Chidi', seats: [{ organisationId, isAdministrator: true }] });
    const outcomes = await Promise.all([
      replace(delegate, administrator, administrator.viewer, { isAdministrator: false }),
      replace(delegate, colleague, colleague.viewer, { isAdministrator: false }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome?.__typename).sort()).toEqual(['SeatChangedMeanwhile', 'SeatHolding']);
    const winner = outcomes.find(({ outcome }) => outcome?.__typename === 'SeatHolding')?.outcome?.['person'];
    const told = outcomes.find(({ outcome }) => outcome?.__typename === 'SeatChangedMeanwhile')?.outcome;
    expect(told).toMatchObject({ message: expect.stringContaining('Nothing of yours was done'), seatNow: { holder: { person: winner } } });
    expect((await seatsOf(organisationId, administrator.viewer))?.seats.flatMap(({ history }) => history)).toHaveLength(4);
  });

  test('only a colleague of the same organisation can follow', async () => {
    const { administrator, delegate } = await organisation();
    const stranger = await addPerson();
    for (const successor of [stranger, delegate, { ...stranger, personId: 'nonsense' }]) {
      const { outcome } = await replace(delegate, successor, administrator.viewer);
      expect(outcome).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: 'successorId' }] });
    }
  });

  test('the last administrator is not replaced by somebody who is none', async () => {
    const { administrator, delegate } = await organisation();
    expect((await replace(administrator, delegate, administrator.viewer, { isAdministrator: false })).outcome?.__typename).toBe(
      'LastAdministrator',
    );
  });

  test('both are told by mail in their own language', async () => {
    const { organisationId } = await organisation();
    const administrator = await addPerson({ seats: [{ organisationId, isAdministrator: true }], account: { language: 'fr' } });
    const successor = await addPerson({ seats: [{ organisationId }], account: { language: 'ar' } });
    await replace(administrator, successor, administrator.viewer);
    const { data } = await execute<{ outbox: { edges: { node: { to: string; language: string } }[] } }>(
      '{ outbox { edges { node { to language } } } }',
    );
    const mails = data?.outbox.edges.map(({ node }) => node);
    expect(mails).toEqual(
      expect.arrayContaining([
        { to: administrator.email, language: 'FR' },
        { to: successor.email, language: 'AR' },
      ]),
    );
  });

  test('neither a delegate nor an administrator elsewhere may replace, and nobody learns of an organisation that they may not see', async () => {
    const { administrator, delegate } = await organisation();
    const { administrator: elsewhere } = await organisation();
    const inHiding = await addPerson({ seats: [{ organisationId: hidden, isAdministrator: true }] });
    expect((await replace(delegate, administrator, delegate.viewer)).code).toBe('FORBIDDEN');
    expect((await replace(delegate, administrator, elsewhere.viewer)).code).toBe('FORBIDDEN');
    expect((await replace(inHiding, administrator, administrator.viewer)).code).toBe('NOT_FOUND');
    expect((await replace({ ...delegate, holdingIds: ['nonsense'] }, administrator, administrator.viewer)).code).toBe('NOT_FOUND');
    expect(await seatsOf(hidden, administrator.viewer)).toBeNull();
  });
});

describe('ending', () => {
  const end = (holding: TestPerson, viewer: Viewer, extra: object = {}) =>
    act('endSeatHolding', { holdingId: holding.holdingIds[0], ...extra }, viewer);

  test('everybody may lay down a seat of their own, and the seat stays', async () => {
    const { organisationId, administrator, delegate } = await organisation();
    expect((await end(delegate, delegate.viewer)).outcome).toMatchObject({ __typename: 'SeatHolding', endedAt: testMoment.toISOString() });
    const seats = await seatsOf(organisationId, administrator.viewer, minutes(1));
    expect(seats?.seats.map(({ holder }) => holder?.person.name ?? null)).toEqual(['Amal', null]);
    expect((await end(delegate, delegate.viewer)).outcome).toMatchObject({ __typename: 'SeatChangedMeanwhile', seatNow: { holder: null } });
  });

  test('the last administrator stays until there is another, and learns which way is open', async () => {
    const { organisationId, administrator, delegate } = await organisation();
    expect((await end(administrator, administrator.viewer)).outcome).toMatchObject({
      __typename: 'LastAdministrator',
      message: expect.stringContaining('operator of the portal'),
    });
    await act('setAdministrator', { holdingId: delegate.holdingIds[0], isAdministrator: true }, administrator.viewer);
    expect((await end(administrator, administrator.viewer)).outcome?.__typename).toBe('SeatHolding');
    expect((await seatsOf(organisationId, administrator.viewer, minutes(1)))?.seats[0]?.holder).toBeNull();
  });

  test('of two last administrators who leave at the same moment, one stays', async () => {
    const { organisationId, administrator } = await organisation();
    const second = await addPerson({ seats: [{ organisationId, isAdministrator: true }] });
    const outcomes = await Promise.all([end(administrator, administrator.viewer), end(second, second.viewer)]);
    expect(outcomes.map(({ outcome }) => outcome?.__typename).sort()).toEqual(['LastAdministrator', 'SeatHolding']);
  });

  test('the operator may take the last administrator out, with a reason that is kept', async () => {
    const { administrator } = await organisation();
    const operator = await addPerson({ offices: [{ kind: 'OPERATOR' }] });
    expect((await end(administrator, operator.viewer)).outcome).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: 'reason' }] });
    expect((await end(administrator, operator.viewer, { reason: 'They left the organisation.' })).outcome?.__typename).toBe('SeatHolding');
    const entry = await AuditEntry.findOne({ subjectId: administrator.holdingIds[0] }).lean();
    expect(entry).toMatchObject({
      act: 'endSeatHolding',
      actorId: operator.personId,
      reason: 'They left the organisation.',
      changes: [{ field: 'endedAt', before: null }],
    });
  });

  test('a colleague may not end somebody else’s seat', async () => {
    const { administrator, delegate } = await organisation();
    expect((await end(administrator, delegate.viewer)).code).toBe('FORBIDDEN');
  });

  test('whoever lost the right between load and click is refused', async () => {
    const { organisationId, administrator, delegate } = await organisation();
    const second = await addPerson({ seats: [{ organisationId, isAdministrator: true }] });
    await end(second, administrator.viewer);
    const asKnownNow = await viewerOf(
      { accountId: new Types.ObjectId(second.viewer.accountId), personId: new Types.ObjectId(second.personId) },
      minutes(1),
    );
    expect((await end(delegate, asKnownNow)).code).toBe('FORBIDDEN');
  });
});

describe('administering', () => {
  const set = (holding: TestPerson, isAdministrator: boolean, viewer: Viewer, now = testMoment) =>
    act('setAdministrator', { holdingId: holding.holdingIds[0], isAdministrator }, viewer, now);

  test('a right that was given begins a holding of its own, so that history tells since when', async () => {
    const { organisationId, administrator, delegate } = await organisation();
    await set(delegate, true, administrator.viewer, minutes(5));
    const history = (await seatsOf(organisationId, administrator.viewer, minutes(6)))?.seats[1]?.history;
    expect(history).toEqual([
      expect.objectContaining({ startedAt: minutes(5).toISOString(), endedAt: null, isAdministrator: true }),
      expect.objectContaining({ endedAt: minutes(5).toISOString(), isAdministrator: false }),
    ]);
  });

  test('the last administrator does not lose the right', async () => {
    const { administrator } = await organisation();
    expect((await set(administrator, false, administrator.viewer)).outcome?.__typename).toBe('LastAdministrator');
  });

  test('a right that is there already is not given again', async () => {
    const { administrator } = await organisation();
    expect((await set(administrator, true, administrator.viewer)).outcome).toMatchObject({
      id: administrator.holdingIds[0],
      endedAt: null,
    });
  });

  test('nobody makes themselves administrator', async () => {
    const { delegate } = await organisation();
    expect((await set(delegate, true, delegate.viewer)).code).toBe('FORBIDDEN');
  });
});
