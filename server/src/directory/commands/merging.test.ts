import { ContactDetail, Seat, SeatHolding, addPerson } from '../../people/testing/index.js';
import { Schema, type Types } from 'mongoose';
import type { OrganisationReference } from '../../people/index.js';
import { startPeople } from '../../people/index.js';
import { model } from '../../platform/model.js';
import { words } from '../../platform/words.js';
import { registerOrganisationReferences } from '../duplicates/references.js';
import { testDatabase } from '../../platform/testing/database.js';
import { testMoment } from '../../platform/testing/request.js';
import { testPortal } from '../../platform/testing/portal.js';
import { Affiliation } from '../Affiliation.js';
import { importOrganisations } from '../import/importOrganisations.js';
import { Organisation } from '../Organisation.js';
import { PossibleDuplicate } from '../PossibleDuplicate.js';
import { directory, startDirectory } from '../start.js';
import { affiliationShape } from '../testing/records.js';
import { csvFile, csvLine, inPieces } from '../testing/rows.js';
import { addOrganisation, act, ask, versionOf } from '../testing/world.js';

const run = { file: 'organisations.csv', reason: 'A test.', at: testMoment };

testDatabase();
const portal = testPortal();
beforeAll(async () => {
  await startPeople(portal);
  await startDirectory(portal);
});
afterAll(() => portal.stop());

type Viewer = Parameters<typeof act>[2];

const fields = `... on OrganisationMerge { id staysName goesName goesSlug reason mergedBy { name } undoneAt undoneBy { name } stays { slug name acronym website languages names { text kind } affiliations { network } } }`;
const refusals = '... on InvalidInput { fields { path } }';
const secretary = () => addPerson({ name: 'Selma', offices: [{ kind: 'SECRETARIAT' }] });

let count = 0;

/** Two entries of one organisation, the second with a seat, a contact detail and two networks of which the first has one. */
async function twins(facts: object = {}) {
  count += 1;
  const stays = await addOrganisation({ name: `Twin Council ${count}`, acronym: 'TC', languages: ['en'], isFictional: false, ...facts });
  const goes = await addOrganisation({
    name: `Council of Twins ${count}`,
    acronym: 'CT',
    languages: ['fr', 'en'],
    website: 'https://twins.example/',
    isFictional: false,
  });
  for (const [organisation, network] of [
    [stays, 'Fictional Union'],
    [goes, 'Fictional Union'],
    [goes, 'Fictional Forum'],
  ] as const) {
    const affiliation = affiliationShape(organisation._id, network);
    await Affiliation.create(affiliation);
    directory.putAffiliation(affiliation);
  }
  const holder = await addPerson({ name: 'Amal', seats: [{ organisationId: goes._id, isAdministrator: true }] });
  await ContactDetail.create({ organisationId: goes._id, kind: 'PHONE', value: '+254 20 123 4567', visibility: 'PUBLIC' });
  const secretariat = await secretary();
  return { stays, goes, holder, secretariat };
}

type Twins = Awaited<ReturnType<typeof twins>>;

const merge = ({ stays, goes, secretariat }: Twins, more: object = {}, viewer: Viewer = secretariat.viewer) =>
  act(
    'mergeOrganisations',
    {
      staysId: stays.id,
      staysVersion: versionOf(stays.id),
      goesId: goes.id,
      goesVersion: versionOf(goes.id),
      taken: [],
      reason: 'The same people.',
      ...more,
    },
    viewer,
    `${fields} ${refusals}`,
  );
const undo = (mergeId: unknown, viewer: Viewer, reason = 'They are two after all.') =>
  act('undoMerge', { mergeId, reason }, viewer, `${fields} ${refusals} ... on ChangedSinceMerge { message changed }`);

const everything = async ({ stays, goes }: Twins) =>
  Promise.all([
    Organisation.find({ _id: { $in: [stays._id, goes._id] } })
      .sort({ _id: 1 })
      .lean(),
    Affiliation.find({ organisation: { $in: [stays._id, goes._id] } })
      .sort({ _id: 1 })
      .lean(),
    Seat.find({ organisationId: { $in: [stays._id, goes._id] } })
      .sort({ _id: 1 })
      .lean(),
    SeatHolding.find({ organisationId: { $in: [stays._id, goes._id] } })
      .sort({ _id: 1 })
      .lean(),
    ContactDetail.find({ organisationId: { $in: [stays._id, goes._id] } })
      .sort({ _id: 1 })
      .lean(),
  ]);

describe('merging', () => {
  test('one entry stays, with what was taken from the other, whose address leads on', async () => {
    const pair = await twins();
    const { outcome } = await merge(pair, { taken: ['WEBSITE', 'LANGUAGES'] });
    expect(outcome).toMatchObject({
      staysName: `Twin Council ${count}`,
      goesName: `Council of Twins ${count}`,
      goesSlug: pair.goes.slug,
      mergedBy: { name: 'Selma' },
      stays: {
        acronym: 'TC',
        website: 'https://twins.example/',
        languages: ['en', 'fr'],
        names: [{ text: `Council of Twins ${count}`, kind: 'ALSO_KNOWN' }],
        affiliations: [{ network: 'Fictional Union' }, { network: 'Fictional Forum' }],
      },
    });
    const { organisation } = await ask<{ organisation: { slug: string } }>(`{ organisation(slug: "${pair.goes.slug}") { slug } }`, null);
    expect(organisation.slug).toBe(pair.stays.slug);
    expect(directory.all(null, 'en').some(({ id }) => id === pair.goes.id)).toBe(false);
  });

  test('what a later room keeps by the key of an organisation follows, and comes back when the merge is undone', async () => {
    const Visit = model<{ hostId: Types.ObjectId }>('TestVisit', new Schema({ hostId: { type: Schema.Types.ObjectId, required: true } }));
    const what = words({ en: 'the visits', fr: 'les visites', es: 'las visitas', ar: 'الزيارات' });
    registerOrganisationReferences([{ what, model: Visit as unknown as OrganisationReference['model'], field: 'hostId' }]);
    const pair = await twins();
    const visit = await Visit.create({ hostId: pair.goes._id });
    const hostOf = async () => String((await Visit.findById(visit._id).lean())?.hostId);
    const { outcome } = await merge(pair);
    expect(await hostOf()).toBe(pair.stays.id);
    await undo(outcome?.['id'], pair.secretariat.viewer);
    expect(await hostOf()).toBe(pair.goes.id);
  });

  test('seats, holders and contact details follow', async () => {
    const pair = await twins();
    await merge(pair);
    const { organisation } = await ask<{ organisation: { seats: object; contactDetails: object[] } }>(
      `{ organisation(slug: "${pair.stays.slug}") { seats { seats { holder { person { name } } } } contactDetails { value } } }`,
      pair.holder.viewer,
    );
    expect(organisation).toEqual({
      seats: { seats: [{ holder: { person: { name: 'Amal' } } }] },
      contactDetails: [{ value: '+254 20 123 4567' }],
    });
  });

  test('the history of the one that stays tells who merged and why', async () => {
    const pair = await twins();
    await merge(pair);
    const { organisation } = await ask<{ organisation: { history: { edges: { node: object }[] } } }>(
      `{ organisation(slug: "${pair.stays.slug}") { history { edges { node { kind why by { name } } } } } }`,
      pair.holder.viewer,
    );
    expect(organisation.history.edges[0]?.node).toEqual({ kind: 'MERGED', why: 'The same people.', by: { name: 'Selma' } });
  });

  test('whoever chose to be seen by fewer is not made known by a merging', async () => {
    const pair = await twins({ listing: 'MEMBERS' });
    await merge({ ...pair, stays: pair.goes, goes: pair.stays }, {});
    expect(directory.bySlug(pair.stays.slug, null)).toBeNull();
    expect(directory.bySlug(pair.stays.slug, pair.secretariat.viewer)?.slug).toBe(pair.goes.slug);
  });

  test('the next import brings the merged entry back neither as itself nor as a pair', async () => {
    const pair = await twins();
    const [stays, goes] = await Promise.all([Organisation.findById(pair.stays.id), Organisation.findById(pair.goes.id)]);
    for (const each of [stays!, goes!]) await Organisation.updateOne({ _id: each._id }, { key: `${each.name}|KE` });
    await merge(pair);
    const lines = [stays!.name, goes!.name].map((name) => csvLine({ name, network: 'Fictional League' }));
    const report = await importOrganisations(inPieces(csvFile(...lines), 4096), { run, recordReadOn: '2025-08-01' });
    expect(report).toMatchObject({ added: [], rejected: [], newPossibleDuplicates: [] });
    expect(await Organisation.findById(pair.stays.id).lean()).toMatchObject({ name: stays!.name });
    expect(await Affiliation.countDocuments({ organisation: pair.stays._id, network: 'Fictional League' })).toBe(1);
  });

  test.each([
    ['without a reason', { reason: '' }, 'reason'],
    ['with a field that is none of a profile', { taken: ['LISTING'] }, 'taken'],
  ])('%s it is told to be wrong', async (_what, input, path) => {
    expect((await merge(await twins(), input)).outcome).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
  });

  test('what was changed since it was looked at is not merged', async () => {
    expect((await merge(await twins(), { goesVersion: 'old' })).outcome?.__typename).toBe('ProfileChangedMeanwhile');
  });

  test('an entry is not merged with itself, nor a real one with an invented one', async () => {
    const pair = await twins();
    expect((await merge({ ...pair, goes: pair.stays })).outcome?.__typename).toBe('NotToBeMerged');
    expect((await merge({ ...pair, goes: await addOrganisation({ name: 'Invented Twin' }) })).outcome?.__typename).toBe('NotToBeMerged');
  });

  test('of two mergings of one entry at the same moment one finds it gone', async () => {
    const pair = await twins();
    const outcomes = await Promise.all([merge(pair), merge(pair)]);
    expect(outcomes.map(({ outcome, code }) => outcome?.__typename ?? code).sort()).toEqual(['NOT_FOUND', 'OrganisationMerge']);
  });

  test('others merge nothing', async () => {
    const pair = await twins();
    expect((await merge(pair, {}, pair.holder.viewer)).code).toBe('FORBIDDEN');
    expect((await merge(pair, {}, null)).code).toBe('UNAUTHENTICATED');
  });
});

describe('taking a merging back', () => {
  test('both entries, their networks, seats and contact details are exactly as they were', async () => {
    const pair = await twins();
    const before = await everything(pair);
    const { outcome } = await merge(pair, { taken: ['WEBSITE', 'LANGUAGES', 'NAME'] });
    expect(await everything(pair)).not.toEqual(before);
    const undone = await undo(outcome?.['id'], pair.secretariat.viewer);
    expect(undone.outcome).toMatchObject({ __typename: 'OrganisationMerge', undoneBy: { name: 'Selma' } });
    expect(await everything(pair)).toEqual(before);
    expect(directory.bySlug(pair.goes.slug, null)?.id).toBe(pair.goes.id);
    expect(directory.bySlug(pair.stays.slug, null)?.networkSlugs).toEqual(['fictional-union']);
    expect((await undo(outcome?.['id'], pair.secretariat.viewer)).outcome?.__typename).toBe('MergeUndoneBefore');
  });

  test('what was changed since is named, and nothing is lost', async () => {
    const pair = await twins();
    const { outcome } = await merge(pair);
    const change = { exchange: { offers: ['training'], seeks: [] } };
    const input = { organisationId: pair.stays.id, version: versionOf(pair.stays.id, 'EXCHANGE'), change };
    const administrator = await addPerson({ seats: [{ organisationId: pair.stays._id, isAdministrator: true }] });
    await act('changeProfile', input, administrator.viewer);
    const undone = await undo(outcome?.['id'], pair.secretariat.viewer);
    expect(undone.outcome).toMatchObject({
      __typename: 'ChangedSinceMerge',
      changed: ['what it offers', 'what was confirmed', 'the seats', 'who holds the seats'],
    });
    expect(undone.outcome?.['message']).toContain('what it offers, what was confirmed, the seats and who holds the seats');
    expect(directory.bySlug(pair.goes.slug, null)?.id).toBe(pair.stays.id);
  });

  test('the pair is proposed again once it is undone', async () => {
    const pair = await twins();
    const [left, right] = [pair.stays._id, pair.goes._id];
    const proposed = await PossibleDuplicate.create({ left, right, reasons: [{ kind: 'SAME_NAME', words: 'twin' }] });
    directory.putPossibleDuplicate(proposed.toObject());
    const isProposed = () => directory.possibleDuplicates(null).some(({ id }) => id === proposed.id);
    const { outcome } = await merge(pair);
    expect(isProposed()).toBe(false);
    await undo(outcome?.['id'], pair.secretariat.viewer);
    expect(isProposed()).toBe(true);
  });

  test('others take nothing back, and a reason is wanted', async () => {
    const pair = await twins();
    const { outcome } = await merge(pair);
    expect((await undo(outcome?.['id'], pair.holder.viewer)).code).toBe('FORBIDDEN');
    expect((await undo(outcome?.['id'], pair.secretariat.viewer, ' ')).outcome).toMatchObject({ fields: [{ path: 'reason' }] });
    expect((await undo('nonsense', pair.secretariat.viewer)).code).toBe('NOT_FOUND');
  });
});

describe('two entries that are two organisations', () => {
  async function aPair() {
    const secretariat = await secretary();
    const lines = ['Apart', 'Aparte'].map((word) =>
      csvLine({ name: `Fictional ${word} Shelter ${(count += 1)}`.replace(/ \d+$/, ` of ${count - (count % 2)}`) }),
    );
    await importOrganisations(inPieces(csvFile(...lines), 4096), { run, recordReadOn: '2025-08-01' });
    await portal.change('organisations', { kind: 'everything' });
    const [pair] = directory.possibleDuplicates(null).slice(-1);
    return { secretariat, lines, id: pair!.id };
  }
  const keepApart = (duplicateId: string, viewer: Viewer, reason = 'One is in Nairobi, one in Kisumu.') =>
    act(
      'keepApart',
      { duplicateId, reason },
      viewer,
      '... on PossibleDuplicate { id left { name } } ... on InvalidInput { fields { path } }',
    );
  const reconsider = (duplicateId: string, viewer: Viewer) =>
    act('reconsiderDuplicate', { duplicateId }, viewer, '... on PossibleDuplicate { id }');

  test('are proposed no more, not even by the next import, until somebody reconsiders', async () => {
    const { secretariat, lines, id } = await aPair();
    expect((await keepApart(id, secretariat.viewer)).outcome).toMatchObject({ id });
    const isProposed = () => directory.possibleDuplicates(null).some((pair) => pair.id === id);
    expect(isProposed()).toBe(false);
    const again = await importOrganisations(inPieces(csvFile(...lines), 4096), { run, recordReadOn: '2025-08-02' });
    expect(again.newPossibleDuplicates).toEqual([]);
    await portal.change('possibleduplicates', { kind: 'everything' });
    expect(isProposed()).toBe(false);
    const { keptApart } = await ask<{ keptApart: { edges: { node: { id: string } }[] } }>(
      '{ keptApart { edges { node { id } } } }',
      secretariat.viewer,
    );
    expect(keptApart.edges[0]?.node.id).toBe(id);
    expect((await keepApart(id, secretariat.viewer)).outcome?.__typename).toBe('DuplicateDecided');
    expect((await reconsider(id, secretariat.viewer)).outcome).toMatchObject({ id });
    expect(isProposed()).toBe(true);
    expect((await reconsider(id, secretariat.viewer)).outcome?.__typename).toBe('DuplicateDecided');
  });

  test('are decided with a reason, by the secretariat alone', async () => {
    const { secretariat, id } = await aPair();
    const { viewer } = await addPerson({ offices: [{ kind: 'OPERATOR' }] });
    expect((await keepApart(id, secretariat.viewer, '')).outcome).toMatchObject({ fields: [{ path: 'reason' }] });
    expect((await keepApart(id, viewer)).code).toBe('FORBIDDEN');
    expect((await reconsider(id, viewer)).code).toBe('FORBIDDEN');
  });
});
