import { Types } from 'mongoose';
import { testDatabase } from '../../platform/testing/database.js';
import { execute } from '../../platform/testing/execute.js';
import { registerCommonGround } from '../contact-details/commonGround.js';
import { registerOrganisations } from '../organisations.js';
import type { TestPerson } from '../testing/addPerson.js';
import { addPerson } from '../testing/addPerson.js';
import type { Viewer } from '../Viewer.js';

testDatabase();

const hidden = new Types.ObjectId();
registerOrganisations((id) => (id === String(hidden) ? null : { id, name: 'Fictional Organisation', country: null }));

type Outcome = Record<string, unknown> & { __typename: string; id?: string };

async function act(mutation: string, input: object, viewer: Viewer | null) {
  const { data, errors } = await execute<Record<string, Outcome>>(
    `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename
      ${mutation === 'removeContactDetail' ? '' : '... on ContactDetail { id kind value visibility personName viewerCanChange } ... on InvalidInput { fields { path } }'} } }`,
    { variables: { input }, viewer },
  );
  return { outcome: data?.[mutation], code: errors[0]?.extensions?.['code'] };
}

const add = (viewer: Viewer | null, value: string, visibility: string, extra: object = {}) =>
  act('addContactDetail', { kind: 'MESSENGER', value, visibility, ...extra }, viewer);

const seen = async (organisationId: Types.ObjectId, viewer: Viewer | null) =>
  (
    await execute<{ contactDetailsOf: { value: string; visibility: string | null }[] }>(
      'query ($id: ID!) { contactDetailsOf(organisationId: $id) { value visibility } }',
      { variables: { id: String(organisationId) }, viewer },
    )
  ).data?.contactDetailsOf;

const circles = ['PUBLIC', 'MEMBERS', 'GROUPS_IN_COMMON', 'SECRETARIAT'];

/** An organisation and its representative, each with one contact detail for each circle, and somebody of each kind who looks. */
async function everybody() {
  const organisationId = new Types.ObjectId();
  const owner = await addPerson({ name: 'Amal', seats: [{ organisationId, isAdministrator: true }] });
  for (const circle of circles) {
    await add(owner.viewer, `person ${circle}`, circle);
    await add(owner.viewer, `organisation ${circle}`, circle, { organisationId: String(organisationId) });
  }
  const inTheSameGroup = await addPerson();
  registerCommonGround((viewer) =>
    Promise.resolve(
      viewer.personId === inTheSameGroup.personId
        ? { personIds: [owner.personId], organisationIds: [String(organisationId)] }
        : { personIds: [], organisationIds: [] },
    ),
  );
  const colleague = await addPerson({ seats: [{ organisationId }] });
  const member = await addPerson();
  const operator = await addPerson({ offices: [{ kind: 'OPERATOR' }, { kind: 'SAFEGUARDING_LEAD' }, { kind: 'TREASURER' }] });
  const secretariat = await addPerson({ offices: [{ kind: 'SECRETARIAT' }] });
  return { organisationId, owner, inTheSameGroup, colleague, member, operator, secretariat };
}

test('each circle sees what the owner shows to it, in every place where contact details are shown', async () => {
  const { organisationId, owner, ...others } = await everybody();
  const who: [TestPerson | null, string[]][] = [
    [null, ['PUBLIC']],
    [others.member, ['PUBLIC', 'MEMBERS']],
    [others.colleague, ['PUBLIC', 'MEMBERS']],
    [others.operator, ['PUBLIC', 'MEMBERS']],
    [others.inTheSameGroup, ['PUBLIC', 'MEMBERS', 'GROUPS_IN_COMMON']],
    [others.secretariat, circles],
    [owner, circles],
  ];
  for (const [looking, sees] of who) {
    const ofOrganisation = await seen(organisationId, looking?.viewer ?? null);
    const expected = sees.flatMap((circle) => [`person ${circle}`, `organisation ${circle}`]);
    expect(ofOrganisation?.map(({ value }) => value).sort()).toEqual(expected.sort());
    expect(new Set(ofOrganisation?.map(({ visibility }) => visibility !== null))).toEqual(new Set([looking === owner]));
    if (looking === null) continue;
    const { data } = await execute<{ person: { contactDetails: { value: string }[] } }>(
      'query ($id: ID!) { person(id: $id) { contactDetails { value } } }',
      {
        variables: { id: owner.personId },
        viewer: looking.viewer,
      },
    );
    expect(data?.person.contactDetails.map(({ value }) => value)).toEqual(sees.map((circle) => `person ${circle}`));
  }
});

test('whoever leaves the organisation takes their own details along', async () => {
  const { organisationId, owner, operator } = await everybody();
  await execute('mutation ($id: ID!) { endSeatHolding(input: { holdingId: $id, reason: "Left." }) { __typename } }', {
    variables: { id: owner.holdingIds[0] },
    viewer: operator.viewer,
  });
  expect(await seen(organisationId, null)).toEqual([{ value: 'organisation PUBLIC', visibility: null }]);
});

test('an organisation that the viewer may not see has no contact details', async () => {
  const owner = await addPerson({ seats: [{ organisationId: hidden, isAdministrator: true }] });
  await add(owner.viewer, 'found', 'PUBLIC');
  expect(await seen(hidden, null)).toEqual([]);
  expect((await add(owner.viewer, 'x', 'PUBLIC', { organisationId: String(hidden) })).code).toBe('NOT_FOUND');
});

test('the owner narrows the circle and the detail vanishes for the others at the next read', async () => {
  const organisationId = new Types.ObjectId();
  const owner = await addPerson({ seats: [{ organisationId, isAdministrator: true }] });
  const { outcome } = await add(owner.viewer, '+63 2 1234 5678', 'PUBLIC', { kind: 'PHONE' });
  expect(await seen(organisationId, null)).toHaveLength(1);
  expect(
    (await act('changeContactDetail', { contactDetailId: outcome?.id, visibility: 'SECRETARIAT' }, owner.viewer)).outcome,
  ).toMatchObject({
    value: '+63 2 1234 5678',
    visibility: 'SECRETARIAT',
  });
  expect(await seen(organisationId, null)).toEqual([]);
  expect((await act('removeContactDetail', { contactDetailId: outcome?.id }, owner.viewer)).outcome?.__typename).toBe(
    'ContactDetailRemoved',
  );
  expect(await seen(organisationId, owner.viewer)).toEqual([]);
});

test('nobody changes the details of others, or learns that they exist', async () => {
  const { organisationId, owner, colleague, secretariat } = await everybody();
  const { outcome } = await add(owner.viewer, 'mine', 'SECRETARIAT');
  for (const viewer of [colleague.viewer, secretariat.viewer]) {
    for (const mutation of ['changeContactDetail', 'removeContactDetail']) {
      expect((await act(mutation, { contactDetailId: outcome?.id }, viewer)).code).toBe('NOT_FOUND');
    }
    expect((await add(viewer, 'theirs', 'PUBLIC', { organisationId: String(organisationId) })).code).toBe('FORBIDDEN');
  }
  expect((await act('changeContactDetail', { contactDetailId: 'nonsense' }, owner.viewer)).code).toBe('NOT_FOUND');
});

test.each([
  ['EMAIL', 'nowhere'],
  ['PHONE', '0123456'],
  ['PHONE', '+63 CALL ME'],
  ['WEBSITE', 'javascript:alert(1)'],
  ['WEBSITE', 'ftp://example.org'],
  ['WEBSITE', 'example.org'],
  ['POSTAL_ADDRESS', '  '],
  ['MESSENGER', 'far too long '.repeat(50)],
])('as %s, %j is told to be wrong', async (kind, value) => {
  const { viewer } = await addPerson();
  expect((await add(viewer, value, 'PUBLIC', { kind })).outcome).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: 'value' }] });
});

test('the twenty-first is refused', async () => {
  const { viewer } = await addPerson();
  for (let count = 0; count < 20; count += 1)
    expect((await add(viewer, `number ${count}`, 'MEMBERS')).outcome?.__typename).toBe('ContactDetail');
  expect((await add(viewer, 'one more', 'MEMBERS')).outcome?.__typename).toBe('TooManyContactDetails');
}, 30_000);
