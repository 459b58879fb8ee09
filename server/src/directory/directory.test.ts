import { execute } from '../platform/testing/execute.js';
import { testDatabase } from '../platform/testing/database.js';
import { testPortal } from '../platform/testing/portal.js';
import { Affiliation } from './Affiliation.js';
import { startDirectory } from './index.js';
import { Organisation } from './Organisation.js';

testDatabase();

const portal = testPortal();

beforeAll(() => startDirectory(portal));
afterAll(() => portal.stop());

interface Page {
  organisations: {
    totalCount: number;
    unplacedCount: number;
    edges: { cursor: string; node: { slug: string; name: string; country: string | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    places: { country: string; count: number; latitude: number; region: string }[];
    facets: {
      regions: { region: string; count: number }[];
      countries: { country: string; count: number }[];
      levels: { level: string; count: number }[];
      networks: { network: string; slug: string; count: number }[];
      confidences: { confidence: string; count: number }[];
      withoutCountry: number;
    };
  };
}

const page = `query Page($filter: OrganisationFilter, $search: String, $sort: OrganisationSort, $first: Int, $after: String) {
  organisations(filter: $filter, search: $search, sort: $sort, first: $first, after: $after) {
    totalCount unplacedCount
    edges { cursor node { slug name country } }
    pageInfo { hasNextPage endCursor }
    places { country region latitude longitude count }
    facets {
      regions { region count } countries { country count } levels { level count }
      networks { network slug count } confidences { confidence count } withoutCountry
    }
  }
}`;

async function ask(variables: Record<string, unknown> = {}, language: 'en' | 'ar' = 'en'): Promise<Page['organisations']> {
  const { data, errors } = await execute<Page>(page, { variables, language });
  expect(errors).toEqual([]);
  return data!.organisations;
}

describe('the public directory, asked by a visitor', () => {
  test('holds 163 organisations in 60 countries', async () => {
    const { data } = await execute<Page>('{ organisations(first: 1) { totalCount } }');
    expect(data?.organisations.totalCount).toBe(163);
    const all = await ask();
    expect(all.places).toHaveLength(60);
    expect(all.facets.countries).toHaveLength(60);
    expect(all.unplacedCount).toBe(30);
    expect(all.edges).toHaveLength(24);
  });

  test('counts regions, kinds, networks and certainties', async () => {
    const { facets } = await ask();
    expect(facets.regions.map(({ region, count }) => [region, count])).toEqual([
      ['EUROPE_AND_CENTRAL_ASIA', 65],
      ['AFRICA', 23],
      ['ASIA_AND_PACIFIC', 22],
      ['ARAB_REGION', 9],
      ['NORTH_AMERICA', 8],
      ['LATIN_AMERICA_AND_CARIBBEAN', 6],
    ]);
    expect(facets.withoutCountry).toBe(30);
    expect(facets.levels.map(({ level, count }) => [level, count])).toEqual([
      ['NATIONAL', 94],
      ['INTERNATIONAL', 58],
      ['REGIONAL', 11],
    ]);
    expect(facets.networks).toHaveLength(18);
    expect(facets.networks.slice(0, 6).map(({ network, count }) => [network, count])).toEqual([
      ['Alliance for Child Protection in Humanitarian Action', 50],
      ['Child Rights Connect', 28],
      ['Eurochild', 22],
      ['Eastern Africa Child Rights Network', 8],
      ['SAAGN', 7],
      ['HRC2 joint child-rights statement 2006', 6],
    ]);
  });

  test('counts what its pages to the end hold, for each choice of each facet', async () => {
    const { facets } = await ask();
    const choices = [
      ...facets.regions.map(({ region, count }) => [{ regions: [region] }, count] as const),
      ...facets.levels.map(({ level, count }) => [{ levels: [level] }, count] as const),
      ...facets.networks.map(({ slug, count }) => [{ networks: [slug] }, count] as const),
      [{ withoutCountry: true }, facets.withoutCountry] as const,
    ];
    for (const [filter, count] of choices) {
      const slugs: string[] = [];
      for (let after: string | null = null; ;) {
        const { edges, pageInfo, totalCount } = await ask({ filter, first: 40, after });
        expect(totalCount).toBe(count);
        slugs.push(...edges.map(({ node }) => node.slug));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(new Set(slugs).size).toBe(count);
    }
  });

  test('is searched in the reader’s words', async () => {
    expect((await ask({ search: 'كمبوديا' })).edges.map(({ node }) => node.slug)).toEqual([
      'child-rights-coalition-cambodia',
      'cambodia-acts',
    ]);
    expect((await ask({ search: 'crc cambodge' }, 'ar')).totalCount).toBe(1);
  });

  test('shows an organisation with its affiliations, sources, place and peers', async () => {
    const { data, errors } = await execute(`{
      organisation(slug: "child-rights-coalition-cambodia") {
        __typename name acronym level country region confidence sourceUrl isFictional recordReadOn confirmations { section confirmedOn } isNetworkSecretariat ledNetworkSlug
        place { latitude longitude precision }
        affiliations { network networkSlug role sourceUrl confidence networkOrganisation { slug isNetworkSecretariat ledNetworkSlug } }
        peers(first: 2) { points reasons { code points visitedOn country networks { slug } } organisation { slug } }
      }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      organisation: {
        __typename: 'Organisation',
        name: 'Child Rights Coalition Cambodia',
        acronym: 'CRC-Cambodia',
        level: 'NATIONAL',
        country: 'KH',
        region: 'ASIA_AND_PACIFIC',
        confidence: 'HIGH',
        sourceUrl: 'https://www.crcasia.org/c-rights-japans-learning-visit-at-crc-cambodia/',
        isFictional: false,
        recordReadOn: '2025-07-30',
        confirmations: [],
        isNetworkSecretariat: false,
        ledNetworkSlug: null,
        place: { latitude: expect.closeTo(12.7, 0), longitude: expect.closeTo(104.9, 0), precision: 'COUNTRY' },
        affiliations: [
          {
            network: 'CRC Asia',
            networkSlug: 'crc-asia',
            role: null,
            sourceUrl: 'https://www.crcasia.org/c-rights-japans-learning-visit-at-crc-cambodia/',
            confidence: 'HIGH',
            networkOrganisation: { slug: 'child-rights-coalition-asia', isNetworkSecretariat: true, ledNetworkSlug: 'crc-asia' },
          },
        ],
        peers: [
          {
            points: 11,
            organisation: { slug: 'japan-international-center-for-the-rights-of-the-child' },
            reasons: [
              { code: 'VISITED_BEFORE', points: 5, visitedOn: ['2020-02-18'], country: null, networks: [] },
              { code: 'SAME_COALITION', points: 3, visitedOn: [], country: null, networks: [{ slug: 'crc-asia' }] },
              { code: 'SAME_REGION', points: 2, visitedOn: [], country: null, networks: [] },
              { code: 'HOURS_IN_COMMON', points: 1, visitedOn: [], country: null, networks: [] },
            ],
          },
          {
            points: 6,
            organisation: { slug: 'bahay-tuluyan' },
            reasons: [
              { code: 'SAME_COALITION', points: 3, visitedOn: [], country: null, networks: [{ slug: 'crc-asia' }] },
              { code: 'SAME_REGION', points: 2, visitedOn: [], country: null, networks: [] },
              { code: 'HOURS_IN_COMMON', points: 1, visitedOn: [], country: null, networks: [] },
            ],
          },
        ],
      },
    });
  });

  test.each(['no-such-organisation', '', 'Child-Rights-Coalition-Cambodia', '__proto__', '%00'])(
    'the unknown short name %j is null',
    async (slug) => {
      const { data, errors } = await execute('query ($slug: String!) { organisation(slug: $slug) { name } }', { variables: { slug } });
      expect([data, errors]).toEqual([{ organisation: null }, []]);
    },
  );

  test('says why a search has found an organisation, and what a search could go on to', async () => {
    const { data, errors } = await execute(
      `{ organisations(search: "refugiados danish", first: 1) {
           edges { node { slug themes { basis theme { id label(language: AR) cluster { label } } } unRegion offers { id } }
                   reasons { kind text isNearly theme { id label } country } } }
         searchSuggestions(search: "torture", first: 2) {
           themes { term count theme { id label(language: ES) synonyms(language: ES) narrower { id } } }
           countries { country count } organisations { node { slug } reasons { kind text } } } }`,
      { language: 'fr' },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      organisations: {
        edges: [
          {
            node: {
              slug: 'danish-refugee-council',
              themes: [
                {
                  basis: 'NAME',
                  theme: {
                    id: 'refugees-migrants',
                    label: 'الأطفال اللاجئون والمهاجرون',
                    cluster: { label: 'Mesures spéciales de protection' },
                  },
                },
              ],
              unRegion: 'WESTERN_EUROPEAN_AND_OTHER_STATES',
              offers: [],
            },
            reasons: [
              { kind: 'NAME', text: 'Danish Refugee Council', isNearly: false, theme: null, country: null },
              {
                kind: 'THEME',
                text: null,
                isNearly: false,
                theme: { id: 'refugees-migrants', label: 'Enfants réfugiés et migrants' },
                country: null,
              },
            ],
          },
        ],
      },
      searchSuggestions: {
        themes: [
          {
            term: 'torture',
            count: 1,
            theme: {
              id: 'torture',
              label: 'Tortura y malos tratos',
              synonyms: ['tortura', 'malos tratos', 'tratos crueles', 'tratos degradantes'],
              narrower: [],
            },
          },
        ],
        countries: [],
        organisations: [
          {
            node: { slug: 'world-organisation-against-torture' },
            reasons: [expect.objectContaining({ kind: 'NAME' }), { kind: 'THEME', text: null }],
          },
        ],
      },
    });
  });

  test('lists the thesaurus, the exchanges and the weights of peers', async () => {
    const { data, errors } = await execute<{ themes: unknown[]; exchanges: unknown[]; peerWeights: unknown[] }>(
      '{ themes { id label cluster { id } } exchanges { id label } peerWeights { code points most } }',
    );
    expect(errors).toEqual([]);
    expect([data?.themes.length, data?.exchanges.length, data?.peerWeights.length]).toEqual([47, 13, 10]);
  });

  test('proposes pairs that may be one organisation, with reasons in the reader’s language', async () => {
    const ask = (language: 'en' | 'ar') =>
      execute<{ possibleDuplicates: { edges: { node: { reasons: string[] } }[] } }>(
        '{ possibleDuplicates { totalCount edges { node { left { slug } right { slug } reasons } } } }',
        { language },
      );
    const { data, errors } = await ask('en');
    expect(errors).toEqual([]);
    expect(data).toEqual({
      possibleDuplicates: {
        totalCount: 2,
        edges: [
          {
            node: {
              left: { slug: 'plataforma-de-infancia' },
              right: { slug: 'plataforma-de-organizaciones-de-infancia' },
              reasons: ['Similar names, both with: “plataforma infancia”', 'The same country: Spain'],
            },
          },
          {
            node: {
              left: { slug: 'terre-des-hommes' },
              right: { slug: 'terre-des-hommes-ch' },
              reasons: ['The same name: “terre des hommes”', 'The same country: Switzerland'],
            },
          },
        ],
      },
    });
    expect((await ask('ar')).data?.possibleDuplicates.edges[1]?.node.reasons[1]).toBe('البلد نفسه: سويسرا');
  });

  test('tells what is public about the network', async () => {
    const { data, errors } = await execute(
      '{ network { name foundedIn seat recordReadOn isDemonstration publishedCounts { on precision organisations sourceUrl } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      network: {
        name: 'Child Rights Connect',
        foundedIn: 1983,
        seat: 'Geneva',
        publishedCounts: [
          { on: '2019-05-31', precision: 'MONTH', organisations: 80, sourceUrl: expect.stringMatching(/^https:\/\/togetherscotland/) },
          { on: '2022-06-03', precision: 'DAY', organisations: 100 },
          { on: '2023-05-25', precision: 'DAY', organisations: 108 },
        ],
      },
    });
  });

  test.each([
    ['101 at once', { first: 101 }, /`first` must be from 1 to 100, not 101/],
    ['none at once', { first: 0 }, /`first`/],
    ['an unknown cursor', { after: 'nonsense' }, /`after`/],
    ['a search of 201 letters', { search: 'x'.repeat(201) }, /`search`/],
  ])('%s is refused with a clear sentence', async (_what, variables, message) => {
    const { errors } = await execute(page, { variables });
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

test('a hundred thousand at once are refused with a clear sentence', async () => {
  const { errors } = await execute('{ organisations(first: 100000) { edges { node { name } } } }');
  expect(errors).toMatchObject([{ message: expect.stringMatching(/Ask for fewer at a time|from 1 to 100/) }]);
});

describe('what changes in the database', () => {
  test('is in the next answer once its event has come', async () => {
    const organisation = await Organisation.create({
      slug: 'fictional-newcomer',
      key: 'Fictional Newcomer|KE',
      name: 'Fictional Newcomer',
      level: 'NATIONAL',
      country: 'KE',
      confidence: 'LOW',
      recordReadOn: '2025-01-01',
    });
    const affiliation = await Affiliation.create({
      organisation: organisation._id,
      network: 'Fictional Forum',
      networkSlug: 'fictional-forum',
      sourceUrl: 'https://fictional.example/',
      confidence: 'LOW',
    });
    await portal.change('organisations', { kind: 'saved', id: String(organisation._id) });
    await portal.change('affiliations', { kind: 'saved', id: String(affiliation._id) });
    expect(await ask({ search: 'newcomer' })).toMatchObject({
      totalCount: 1,
      facets: { networks: [{ slug: 'fictional-forum', count: 1 }] },
    });

    await Affiliation.deleteOne({ _id: affiliation._id });
    await portal.change('affiliations', { kind: 'removed', id: String(affiliation._id) });
    expect((await ask({ filter: { networks: ['fictional-forum'] } })).totalCount).toBe(0);

    await Organisation.deleteOne({ _id: organisation._id });
    await portal.change('organisations', { kind: 'everything' });
    expect((await ask()).totalCount).toBe(163);
  });

  test('an event for what has gone already takes it out', async () => {
    await portal.change('organisations', { kind: 'saved', id: '000000000000000000000000' });
    expect((await ask()).totalCount).toBe(163);
  });
});
