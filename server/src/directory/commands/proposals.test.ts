import { startPeople } from '../../people/index.js';
import { Mail } from '../../platform/mail/Mail.js';
import { testDatabase } from '../../platform/testing/database.js';
import { testPortal } from '../../platform/testing/portal.js';
import { testMoment } from '../../platform/testing/request.js';
import { Account, Office } from '../../people/testing/index.js';
import { startDirectory } from '../start.js';
import { aCouncil, act, ask, versionOf } from '../testing/world.js';

testDatabase();
const portal = testPortal();
beforeAll(async () => {
  await startPeople(portal);
  await startDirectory(portal);
});
afterAll(() => portal.stop());

type Viewer = Parameters<typeof act>[2];

const fields = `... on ProfileProposal { id section state reason answer proposedBy { name } answeredBy { name } viewerCanAnswer viewerCanWithdraw
  organisation { name } differences { field before { text } after { text } } }`;
const invalid = '... on InvalidInput { fields { path } }';
const exchange = { exchange: { offers: ['training', 'visits'], seeks: [] } };
const days = (count: number) => new Date(testMoment.getTime() + count * 86_400_000);

const propose = (organisationId: string, viewer: Viewer, more: object = {}) =>
  act(
    'proposeProfileChange',
    { organisationId, version: versionOf(organisationId, 'EXCHANGE'), change: exchange, reason: 'Your report says so.', ...more },
    viewer,
    `${fields} ${invalid} ... on ProfileChangedMeanwhile { message }`,
  );
const accept = (proposalId: unknown, viewer: Viewer, now = testMoment) =>
  act(
    'acceptProfileProposal',
    { proposalId },
    viewer,
    `${fields} ... on ProposalOvertaken { message differences { field before { text } after { text } } } ... on ProposalAnswered { proposalNow { state } }`,
    { now },
  );
const decline = (proposalId: unknown, viewer: Viewer, answer?: string, now = testMoment) =>
  act('declineProfileProposal', { proposalId, ...(answer === undefined ? {} : { answer }) }, viewer, `${fields} ${invalid}`, { now });
const withdraw = (proposalId: unknown, viewer: Viewer) => act('withdrawProfileProposal', { proposalId }, viewer, fields);
const offersOf = (id: string) => versionOf(id, 'EXCHANGE');

async function aProposal() {
  const council = await aCouncil();
  const { outcome } = await propose(council.organisation.id, council.secretariat.viewer);
  return { ...council, proposalId: outcome?.['id'] };
}

test('the secretariat proposes with a reason, and nothing changes until an administrator accepts', async () => {
  const { organisation, administrator, secretariat } = await aCouncil();
  const before = offersOf(organisation.id);
  const { outcome } = await propose(organisation.id, secretariat.viewer);
  expect(outcome).toMatchObject({
    section: 'EXCHANGE',
    state: 'OPEN',
    reason: 'Your report says so.',
    proposedBy: { name: 'Selma' },
    viewerCanAnswer: false,
    viewerCanWithdraw: true,
    differences: [{ field: 'OFFERS', before: [], after: [{ text: 'Training' }, { text: 'Learning visits' }] }],
  });
  expect(offersOf(organisation.id)).toBe(before);
  const accepted = await accept(outcome?.['id'], administrator.viewer);
  expect(accepted.outcome).toMatchObject({ state: 'ACCEPTED', answeredBy: { name: 'Amal' } });
  expect(offersOf(organisation.id)).not.toBe(before);
  const { organisation: seen } = await ask<{ organisation: { history: { edges: { node: object }[] } } }>(
    `{ organisation(slug: "${organisation.slug}") { history { edges { node { kind section why by { name } } } } } }`,
    administrator.viewer,
  );
  expect(seen.history.edges[0]?.node).toEqual({
    kind: 'PROPOSAL_ACCEPTED',
    section: 'EXCHANGE',
    why: 'Your report says so.',
    by: { name: 'Amal' },
  });
});

test('each administrator is told by mail in their own language, with the reason and the way', async () => {
  const { organisation, administrator, colleague, secretariat } = await aCouncil();
  await Account.updateOne({ personId: administrator.personId }, { language: 'ar' });
  await propose(organisation.id, secretariat.viewer);
  const [mail, ...others] = await Mail.find({ to: { $in: [administrator.email, colleague.email, secretariat.email] } }).lean();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: administrator.email, language: 'ar', subject: 'اقتراح بتغيير ملف Fictional Council' });
  expect(mail?.text).toContain('Your report says so.');
  expect(mail?.text).toContain(`/organisation/profile?of=${organisation.id}`);
});

test('proposals are listed with the organisation for its own people, and all of them for the secretariat', async () => {
  const { organisation, colleague, elsewhere, secretariat, proposalId } = await aProposal();
  const listed = (viewer: Viewer) =>
    ask<{ keepingOf: { proposals: { id: string; viewerCanAnswer: boolean }[] } | null }>(
      `{ keepingOf(organisationId: "${organisation.id}") { proposals { id viewerCanAnswer } } }`,
      viewer,
    );
  expect((await listed(colleague.viewer)).keepingOf?.proposals).toEqual([{ id: proposalId, viewerCanAnswer: false }]);
  expect((await listed(elsewhere.viewer)).keepingOf).toBeNull();
  const all = await ask<{ profileProposals: { edges: { node: { id: string } }[] } }>(
    '{ profileProposals(states: [OPEN], first: 100) { totalCount edges { node { id state } } } }',
    secretariat.viewer,
  );
  expect(all.profileProposals.edges.map(({ node }) => node.id)).toContain(proposalId);
});

test('an administrator declines with an answer, and the profile stays', async () => {
  const { organisation, administrator, proposalId } = await aProposal();
  const before = offersOf(organisation.id);
  expect((await decline(proposalId, administrator.viewer, 'We no longer train.')).outcome).toMatchObject({
    state: 'DECLINED',
    answer: 'We no longer train.',
  });
  expect(offersOf(organisation.id)).toBe(before);
});

test('whoever proposed is told by mail in their language who accepted', async () => {
  const { administrator, secretariat, proposalId } = await aProposal();
  await Account.updateOne({ personId: secretariat.personId }, { language: 'ar' });
  await accept(proposalId, administrator.viewer);
  const [mail, ...others] = await Mail.find({ to: secretariat.email }).lean();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ language: 'ar', subject: 'قبلت Fictional Council اقتراحك' });
  expect(mail?.text).toContain('Amal');
  expect(mail?.text).toContain('Your report says so.');
  expect(mail?.text).toContain('/directory/proposals');
  expect(mail?.html).toContain('dir="rtl"');
  expect(mail?.html).toContain('ما تقدّمه وما تبحث عنه');
});

test('whoever proposed is told by mail who declined and why, or that no reason was given', async () => {
  const { administrator, secretariat, proposalId } = await aProposal();
  await decline(proposalId, administrator.viewer, 'We <no longer> train.');
  const [mail, ...others] = await Mail.find({ to: secretariat.email }).lean();
  expect(others).toEqual([]);
  expect(mail?.subject).toBe('Fictional Council declined your proposal');
  expect(mail?.text).toContain('Amal declined for Fictional Council what you proposed for the section “What it offers and seeks”.');
  expect(mail?.text).toContain('What they say to it: We <no longer> train.');
  expect(mail?.html).toContain('We &lt;no longer&gt; train.');

  const other = await aProposal();
  await decline(other.proposalId, other.administrator.viewer);
  expect((await Mail.findOne({ to: other.secretariat.email }).lean())?.text).toContain('They gave no reason.');
});

test('no answer is written to somebody who has left the secretariat, and none when the proposal is taken back or has expired', async () => {
  const gone = await aProposal();
  await Office.updateOne({ personId: gone.secretariat.personId }, { endedAt: testMoment });
  await decline(gone.proposalId, gone.administrator.viewer);
  const takenBack = await aProposal();
  await withdraw(takenBack.proposalId, takenBack.secretariat.viewer);
  const expired = await aProposal();
  await accept(expired.proposalId, expired.administrator.viewer, days(60));
  for (const { secretariat } of [gone, takenBack, expired]) expect(await Mail.countDocuments({ to: secretariat.email })).toBe(0);
});

test('the secretariat takes a proposal back', async () => {
  const { administrator, secretariat, proposalId } = await aProposal();
  expect((await withdraw(proposalId, secretariat.viewer)).outcome).toMatchObject({ state: 'WITHDRAWN' });
  expect((await accept(proposalId, administrator.viewer)).outcome).toEqual({
    __typename: 'ProposalAnswered',
    proposalNow: { state: 'WITHDRAWN' },
  });
  expect((await withdraw(proposalId, secretariat.viewer)).outcome?.__typename).toBe('ProposalAnswered');
});

test('a proposal is answered once, even at the same moment', async () => {
  const { administrator, proposalId } = await aProposal();
  const outcomes = await Promise.all([accept(proposalId, administrator.viewer), decline(proposalId, administrator.viewer)]);
  expect(outcomes.map(({ outcome }) => outcome?.__typename).sort()).toEqual(['ProfileProposal', 'ProposalAnswered']);
});

test('after sixty days a proposal has expired', async () => {
  const { administrator, proposalId } = await aProposal();
  expect((await accept(proposalId, administrator.viewer, days(60))).outcome?.__typename).toBe('ProposalExpired');
  expect((await decline(proposalId, administrator.viewer, undefined, days(60))).outcome?.__typename).toBe('ProposalExpired');
  expect((await accept(proposalId, administrator.viewer, days(59))).outcome?.['state']).toBe('ACCEPTED');
});

test('what was changed since it was proposed is shown, and not overwritten', async () => {
  const { organisation, administrator, proposalId } = await aProposal();
  const change = { exchange: { offers: ['research'], seeks: ['visits'] } };
  await act('changeProfile', { organisationId: organisation.id, version: offersOf(organisation.id), change }, administrator.viewer);
  expect((await accept(proposalId, administrator.viewer)).outcome).toMatchObject({
    __typename: 'ProposalOvertaken',
    differences: [{ field: 'OFFERS', before: [{ text: 'Research' }], after: [{ text: 'Training' }, { text: 'Learning visits' }] }],
  });
});

test('a change of other fields does not stand in the way, and is kept', async () => {
  const { organisation, administrator, proposalId } = await aProposal();
  const change = { exchange: { offers: [], seeks: ['visits'] } };
  await act('changeProfile', { organisationId: organisation.id, version: offersOf(organisation.id), change }, administrator.viewer);
  expect((await accept(proposalId, administrator.viewer)).outcome).toMatchObject({ state: 'ACCEPTED' });
  const both = { exchange: { offers: ['training', 'visits'], seeks: ['visits'] } };
  const same = await act(
    'changeProfile',
    { organisationId: organisation.id, version: offersOf(organisation.id), change: both },
    administrator.viewer,
  );
  expect(same.outcome?.__typename).toBe('Organisation');
});

test.each([
  [{ reason: ' ' }, 'reason'],
  [{ change: { exchange: { offers: ['money'], seeks: [] } } }, 'change.exchange.offers'],
])('the input %j is told to be wrong', async (input, path) => {
  const { organisation, secretariat } = await aCouncil();
  expect((await propose(organisation.id, secretariat.viewer, input)).outcome).toMatchObject({
    __typename: 'InvalidInput',
    fields: [{ path }],
  });
});

test('an answer of 1,001 letters is told to be too long', async () => {
  const { administrator, proposalId } = await aProposal();
  expect((await decline(proposalId, administrator.viewer, 'x'.repeat(1001))).outcome).toMatchObject({ fields: [{ path: 'answer' }] });
});

test('what the profile says already is no proposal, and another version than was seen is told', async () => {
  const { organisation, secretariat } = await aCouncil();
  expect(
    (await propose(organisation.id, secretariat.viewer, { change: { exchange: { offers: [], seeks: [] } } })).outcome?.__typename,
  ).toBe('NothingToPropose');
  expect((await propose(organisation.id, secretariat.viewer, { version: 'old' })).outcome?.__typename).toBe('ProfileChangedMeanwhile');
});

test('nobody else proposes, answers or takes back', async () => {
  const { organisation, administrator, colleague, elsewhere, secretariat, proposalId } = await aProposal();
  for (const { viewer } of [administrator, elsewhere]) expect((await propose(organisation.id, viewer)).code).toBe('FORBIDDEN');
  for (const { viewer } of [colleague, elsewhere, secretariat]) {
    expect((await accept(proposalId, viewer)).code).toBe('FORBIDDEN');
    expect((await decline(proposalId, viewer)).code).toBe('FORBIDDEN');
  }
  expect((await withdraw(proposalId, administrator.viewer)).code).toBe('FORBIDDEN');
  expect((await accept('nonsense', administrator.viewer)).code).toBe('NOT_FOUND');
});
