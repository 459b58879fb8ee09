import { AuditEntry } from '../../people/testing/index.js';
import { startPeople } from '../../people/index.js';
import { testDatabase } from '../../platform/testing/database.js';
import { testMoment } from '../../platform/testing/request.js';
import { testPortal } from '../../platform/testing/portal.js';
import { Organisation } from '../Organisation.js';
import { startDirectory } from '../start.js';
import { aCouncil, act, ask, versionOf } from '../testing/world.js';

testDatabase();
const portal = testPortal();
beforeAll(async () => {
  await startPeople(portal);
  await startDirectory(portal);
});
afterAll(() => portal.stop());

const today = testMoment.toISOString().slice(0, 10);

const identity = {
  name: 'Fictional Council of Children',
  acronym: 'FCC',
  names: [{ text: 'مجلس الأطفال المتخيَّل', language: 'ar', kind: 'TRANSLATED' }],
  type: 'NATIONAL_COALITION',
  level: 'NATIONAL',
  country: 'ke',
  foundedIn: 1998,
  identifiers: [{ scheme: 'WIKIDATA', value: 'https://www.wikidata.org/wiki/Q42' }],
};
const work = {
  themes: ['education', 'play'],
  mechanisms: ['UNIVERSAL_PERIODIC_REVIEW'],
  countriesOfWork: ['KE', 'UG'],
  languages: ['sw', 'EN'],
};
const exchange = { offers: ['training'], seeks: ['research'] };
const presence = { website: 'https://fictional.example/', descriptions: [{ language: 'fr', text: 'Un conseil inventé.' }] };

const outcome = `... on Organisation { name acronym type level country foundedIn names { text language kind } identifiers { scheme value }
  mechanisms countriesOfWork languages website descriptions { language text } confirmations { section confirmedOn confirmAgainOn } }
  ... on ProfileChangedMeanwhile { message versionNow organisationNow { acronym } differences { field before { text } after { text } } }`;

const changed = `${outcome} ... on InvalidInput { fields { path } }`;

const sectionOf = { identity: 'IDENTITY', work: 'WORK', exchange: 'EXCHANGE', presence: 'PRESENCE' } as const;

function change(organisationId: string, section: object, viewer: Parameters<typeof act>[2], version?: string) {
  const [name = 'identity'] = Object.keys(section) as (keyof typeof sectionOf)[];
  return act(
    'changeProfile',
    { organisationId, version: version ?? versionOf(organisationId, sectionOf[name]), change: section },
    viewer,
    changed,
  );
}

describe('changing the profile', () => {
  test('an administrator completes it section by section, and each section is confirmed as of today', async () => {
    const { organisation, administrator } = await aCouncil();
    for (const section of [{ identity }, { work }, { exchange }, { presence }]) {
      expect((await change(organisation.id, section, administrator.viewer)).outcome).toMatchObject({ __typename: 'Organisation' });
    }
    const { organisation: seen } = await ask<{ organisation: Record<string, unknown> }>(
      `{ organisation(slug: "${organisation.slug}") { name acronym type country foundedIn names { text language kind } identifiers { scheme value }
        mechanisms countriesOfWork languages website descriptions { language text } confirmations { section confirmedOn confirmAgainOn } } }`,
      null,
    );
    const { level: _level, ...rest } = identity;
    expect(seen).toMatchObject({
      ...rest,
      country: 'KE',
      identifiers: [{ scheme: 'WIKIDATA', value: 'Q42' }],
      mechanisms: work.mechanisms,
      languages: ['sw', 'en'],
      ...presence,
      confirmations: ['IDENTITY', 'WORK', 'EXCHANGE', 'PRESENCE'].map((section) => ({
        section,
        confirmedOn: today,
        confirmAgainOn: '2027-03-02',
      })),
    });
    expect(await Organisation.findById(organisation.id).lean()).toMatchObject({
      statedThemes: ['education', 'play'],
      offers: ['training'],
    });
  });

  test('the audit trail keeps what each field said before and after', async () => {
    const { organisation, administrator } = await aCouncil();
    await change(organisation.id, { presence }, administrator.viewer);
    expect(await AuditEntry.findOne({ subjectId: organisation.id, act: 'changeProfile' }).lean()).toMatchObject({
      actorId: administrator.personId,
      onBehalfOf: organisation.id,
      changes: [
        { field: 'website', before: null, after: 'https://fictional.example/' },
        { field: 'descriptions', before: null, after: '[{"language":"fr","text":"Un conseil inventé."}]' },
        { field: 'confirmations.PRESENCE', before: null, after: today },
      ],
    });
  });

  test('whoever saw another version is shown both sides, and nothing is overwritten', async () => {
    const { organisation, administrator } = await aCouncil();
    const version = versionOf(organisation.id, 'IDENTITY');
    await change(organisation.id, { identity }, administrator.viewer);
    const late = await change(organisation.id, { identity: { ...identity, acronym: 'FKC' } }, administrator.viewer, version);
    expect(late.outcome).toMatchObject({
      __typename: 'ProfileChangedMeanwhile',
      organisationNow: { acronym: 'FCC' },
      versionNow: versionOf(organisation.id, 'IDENTITY'),
      differences: [{ field: 'ACRONYM', before: [{ text: 'FCC' }], after: [{ text: 'FKC' }] }],
    });
    expect(late.outcome?.['message']).toMatch(/changed this meanwhile/);
    const again = await change(
      organisation.id,
      { identity: { ...identity, acronym: 'FKC' } },
      administrator.viewer,
      String(late.outcome?.['versionNow']),
    );
    expect(again.outcome).toMatchObject({ acronym: 'FKC' });
  });

  test('of two changes at the same moment one is told of the other', async () => {
    const { organisation, administrator } = await aCouncil();
    const version = versionOf(organisation.id, 'EXCHANGE');
    const outcomes = await Promise.all([
      change(organisation.id, { exchange }, administrator.viewer, version),
      change(organisation.id, { exchange: { offers: [], seeks: ['visits'] } }, administrator.viewer, version),
    ]);
    expect(outcomes.map(({ outcome }) => outcome?.__typename).sort()).toEqual(['Organisation', 'ProfileChangedMeanwhile']);
  });

  test.each([
    [{ identity: { ...identity, name: ' ' } }, 'change.identity.name'],
    [{ identity: { ...identity, acronym: 'x'.repeat(41) } }, 'change.identity.acronym'],
    [{ identity: { ...identity, country: 'XX' } }, 'change.identity.country'],
    [{ identity: { ...identity, foundedIn: 1799 } }, 'change.identity.foundedIn'],
    [{ identity: { ...identity, foundedIn: testMoment.getUTCFullYear() + 1 } }, 'change.identity.foundedIn'],
    [{ identity: { ...identity, names: [{ text: '', language: 'ar', kind: 'FORMER' }] } }, 'change.identity.names.0.text'],
    [{ identity: { ...identity, names: [{ text: 'Conseil', language: 'fra', kind: 'FORMER' }] } }, 'change.identity.names.0.language'],
    [{ identity: { ...identity, names: [identity.names[0], identity.names[0]] } }, 'change.identity.names.1.text'],
    [{ identity: { ...identity, identifiers: [{ scheme: 'ROR', value: '012345678' }] } }, 'change.identity.identifiers.0.value'],
    [
      { identity: { ...identity, identifiers: [identity.identifiers[0], { scheme: 'WIKIDATA', value: 'Q1' }] } },
      'change.identity.identifiers.1.scheme',
    ],
    [{ work: { ...work, themes: ['no-such-theme'] } }, 'change.work.themes'],
    [{ work: { ...work, countriesOfWork: ['ZZ'] } }, 'change.work.countriesOfWork'],
    [{ work: { ...work, languages: ['xx'] } }, 'change.work.languages'],
    [{ exchange: { ...exchange, offers: ['money'] } }, 'change.exchange.offers'],
    [{ exchange: { ...exchange, seeks: ['money'] } }, 'change.exchange.seeks'],
    [{ presence: { ...presence, website: 'javascript:alert(1)' } }, 'change.presence.website'],
    [{ presence: { ...presence, website: 'ftp://fictional.example/' } }, 'change.presence.website'],
    [{ presence: { ...presence, descriptions: [{ language: 'en', text: 'x'.repeat(2001) }] } }, 'change.presence.descriptions.0.text'],
    [{ presence: { ...presence, descriptions: [{ language: 'english', text: 'x' }] } }, 'change.presence.descriptions.0.language'],
    [
      { presence: { ...presence, descriptions: [presence.descriptions[0], presence.descriptions[0]] } },
      'change.presence.descriptions.1.language',
    ],
    [{}, 'change'],
    [{ exchange, presence }, 'change'],
  ])('the input %j is told to be wrong', async (section, path) => {
    const { organisation, administrator } = await aCouncil();
    expect((await change(organisation.id, section, administrator.viewer)).outcome).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ path }],
    });
  });

  test('colleagues, administrators of others, the secretariat and strangers are refused', async () => {
    const { organisation, colleague, elsewhere, secretariat } = await aCouncil();
    for (const { viewer } of [colleague, elsewhere, secretariat]) {
      expect((await change(organisation.id, { exchange }, viewer)).code).toBe('FORBIDDEN');
    }
    expect((await change(organisation.id, { exchange }, null)).code).toBe('UNAUTHENTICATED');
    expect((await act('changeProfile', { organisationId: 'nonsense', version: '', change: { exchange } }, elsewhere.viewer)).code).toBe(
      'NOT_FOUND',
    );
  });

  test('another country takes the chosen place away, and an import no longer changes what was stated', async () => {
    const { organisation, administrator } = await aCouncil({
      chosenPlace: { latitude: -1.28, longitude: 36.82, precision: 'CITY', region: 'Nairobi', city: 'Nairobi' },
    });
    await change(organisation.id, { identity: { ...identity, country: 'UG' } }, administrator.viewer);
    expect(await Organisation.findById(organisation.id).lean()).toMatchObject({
      chosenPlace: null,
      stated: ['name', 'acronym', 'country'],
    });
  });
});

describe('confirming a section', () => {
  const confirm = (organisationId: string, section: 'WORK' | 'AFFILIATIONS', viewer: Parameters<typeof act>[2], version?: string) =>
    act('confirmProfileSection', { organisationId, section, version: version ?? versionOf(organisationId, section) }, viewer, outcome);

  test.each(['WORK', 'AFFILIATIONS'] as const)('says that %s is right as it stands today', async (section) => {
    const { organisation, administrator } = await aCouncil();
    expect((await confirm(organisation.id, section, administrator.viewer)).outcome).toMatchObject({
      confirmations: [{ section, confirmedOn: today }],
    });
  });

  test('what was changed meanwhile is not confirmed unseen', async () => {
    const { organisation, administrator } = await aCouncil();
    const version = versionOf(organisation.id, 'WORK');
    await change(organisation.id, { work }, administrator.viewer);
    expect((await confirm(organisation.id, 'WORK', administrator.viewer, version)).outcome).toMatchObject({
      __typename: 'ProfileChangedMeanwhile',
    });
  });

  test('others are refused', async () => {
    const { organisation, colleague, secretariat } = await aCouncil();
    for (const { viewer } of [colleague, secretariat]) expect((await confirm(organisation.id, 'WORK', viewer)).code).toBe('FORBIDDEN');
  });
});

interface History {
  organisation: {
    history: { totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean }; edges: { node: Record<string, unknown> }[] };
  };
}

describe('the history', () => {
  const history = (slug: string, viewer: Parameters<typeof act>[2], after: string | null = null, first = 10) =>
    ask<History>(
      `query ($after: String, $first: Int!) { organisation(slug: "${slug}") { history(first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
        edges { node { on kind section sourceUrl by { name } why changes { field before { text } after { text } } } } } } }`,
      viewer,
      { after, first },
    ).then(({ organisation }) => organisation.history);

  test('tells everybody section, day and source, and the signed-in who and what', async () => {
    const { organisation, administrator, elsewhere } = await aCouncil();
    await change(organisation.id, { exchange }, administrator.viewer);
    const reading = {
      on: '2025-01-01',
      kind: 'READ',
      section: null,
      sourceUrl: 'https://fictional.example/',
      by: null,
      why: null,
      changes: [],
    };
    const forAll = { on: today, kind: 'CHANGED', section: 'EXCHANGE', sourceUrl: null };
    expect((await history(organisation.slug, null)).edges.map(({ node }) => node)).toEqual([
      { ...forAll, by: null, why: null, changes: [] },
      reading,
    ]);
    expect((await history(organisation.slug, elsewhere.viewer)).edges.map(({ node }) => node)).toEqual([
      {
        ...forAll,
        by: { name: 'Amal' },
        why: null,
        changes: [
          { field: 'OFFERS', before: [], after: [{ text: 'Training' }] },
          { field: 'SEEKS', before: [], after: [{ text: 'Research' }] },
        ],
      },
      reading,
    ]);
  });

  test('that an organisation hid itself is told to its own people and the secretariat alone', async () => {
    const { organisation, administrator, elsewhere, secretariat } = await aCouncil();
    await act('chooseListing', { organisationId: organisation.id, listing: 'MEMBERS' }, administrator.viewer);
    const kinds = async (viewer: Parameters<typeof act>[2]) =>
      (await history(organisation.slug, viewer)).edges.map(({ node }) => node['kind']);
    expect(await kinds(elsewhere.viewer)).toEqual(['READ']);
    expect(await kinds(administrator.viewer)).toEqual(['LISTING_CHOSEN', 'READ']);
    expect(await kinds(secretariat.viewer)).toEqual(['LISTING_CHOSEN', 'READ']);
  });

  test('comes in pages', async () => {
    const { organisation, administrator } = await aCouncil();
    await change(organisation.id, { exchange }, administrator.viewer);
    const page = await history(organisation.slug, null, null, 1);
    expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true }, edges: [{ node: { kind: 'CHANGED' } }] });
    expect(await history(organisation.slug, null, page.pageInfo.endCursor, 1)).toMatchObject({
      pageInfo: { hasNextPage: false },
      edges: [{ node: { kind: 'READ' } }],
    });
  });
});
