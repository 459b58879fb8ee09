import { Writable } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import { getDirectiveValues, getNamedType, graphql, isObjectType, isRequiredArgument } from 'graphql';
import { Types } from 'mongoose';
import { createContext } from './context.js';
import { startDirectory } from './directory/index.js';
import { createGraphQL } from './graphql.js';
import { startPeople } from './people/index.js';
import type { World } from './platform/testing/canaries.js';
import { plantCanaries } from './platform/testing/canaries.js';
import { everythingOf } from './platform/graphql/contract.js';
import { createLog } from './platform/log.js';
import { testDatabase } from './platform/testing/database.js';
import { testPortal } from './platform/testing/portal.js';
import { randomQuery, seededRandom } from './platform/testing/randomQuery.js';
import { testRequest } from './platform/testing/request.js';

/** CANARY_QUERIES for each kind of viewer; 5,000 is the full test. */
const queriesEach = Number(process.env['CANARY_QUERIES'] ?? 300);
const seed = Number(process.env['CANARY_SEED'] ?? 20260302);

testDatabase();

let logged = '';
const log = createLog(
  'trace',
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString();
      done();
    },
  }),
);
const { schema, apollo } = createGraphQL({ execution: 'interpreted', rateLimit: 0 }, log);
const portal = testPortal();
const environment = { DEMONSTRATION: 'false' };
let world: World;

beforeAll(async () => {
  await startPeople(portal);
  world = await plantCanaries();
  await startDirectory(portal);
}, 60_000);
afterAll(() => portal.stop());

/** Arguments that could lead to a guarded value: keys of everything, and the values themselves to be searched for. */
function values(): Record<string, string[]> {
  const words = [...world.canaries.map(({ value }) => value), 'canary', 'Canary', 'example', ''];
  const quoted = words.map((word) => JSON.stringify(word));
  const ids = [...world.ids, String(new Types.ObjectId()), 'nonsense'].map((id) => JSON.stringify(id));
  return {
    ID: ids,
    String: [...quoted, ...ids, '"canary-unlisted-network"', '"CH"'],
    Boolean: ['true', 'false'],
    DateTime: ['"2026-03-02T09:00:00.000Z"', '"2020-01-01T00:00:00.000Z"'],
    Date: ['"2026-03-02"'],
    Int: ['1', '20'],
  };
}

describe('random queries bring up no guarded value', () => {
  test.each([
    'visitor',
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
  ])(
    'of a %s',
    async (kind) => {
      const random = seededRandom(seed);
      const viewer = world.people.get(kind) ?? null;
      const guarded = world.canaries.filter(({ seenBy }) => !seenBy.includes(kind));
      const options = { random, depth: 6, values: values() };
      let answered = 0;
      for (let count = 0; count < queriesEach; count += 1) {
        const query = randomQuery(schema, options);
        const context = { ...(await createContext({ ...testRequest({ environment }), log })), viewer };
        const { body } = await apollo.executeOperation({ query }, { contextValue: context });
        const answer = JSON.stringify(body.kind === 'single' ? body.singleResult : body).toLowerCase();
        if (body.kind === 'single' && body.singleResult.data != null) answered += 1;
        const leaked = guarded.find(
          ({ value }) => answer.includes(value.toLowerCase()) && !query.toLowerCase().includes(value.toLowerCase()),
        );
        if (leaked) throw new Error(`${leaked.what} was told to a ${kind} by ${query}: ${answer.slice(0, 2000)}`);
      }
      expect(answered).toBeGreaterThan(queriesEach / 3);
      for (const { value } of world.canaries) expect(logged).not.toContain(value);
    },
    600_000,
  );
});

test('each canary is found by somebody who may see it, so that the search for leaks can find one', async () => {
  for (const { what, value, seenBy, foundBy } of world.canaries) {
    if (foundBy === null) continue;
    const viewer = world.people.get(seenBy[0] ?? '') ?? null;
    const context = { ...(await createContext(testRequest({ environment }))), viewer };
    const answer = await graphql({ schema, source: foundBy, contextValue: context });
    expect([what, JSON.stringify(answer).includes(value)]).toEqual([what, true]);
  }
});

/** Who may read the field: what it says itself, or else what the type's own words say. */
function audienceOf(of: GraphQLSchema, typeName: string, fieldName: string): string {
  const directive = of.getDirective('audience');
  const type = of.getType(typeName);
  if (!directive || !isObjectType(type)) return 'PUBLIC';
  const field = type.getFields()[fieldName];
  const said = field?.astNode && getDirectiveValues(directive, field.astNode);
  const saidOfType = type.astNode && getDirectiveValues(directive, type.astNode);
  return String((said ?? saidOfType)?.['of'] ?? 'PUBLIC');
}

/** Every field that was answered with something, with the audience that it is for. */
function answeredFields(answer: unknown, path: string, found: Map<string, string>): Map<string, string> {
  if (Array.isArray(answer)) for (const each of answer) answeredFields(each, path, found);
  else if (typeof answer === 'object' && answer !== null) {
    const typeName = '__typename' in answer ? String(answer.__typename) : 'Query';
    for (const [field, value] of Object.entries(answer)) {
      if (value === null || value === false || field === '__typename' || (Array.isArray(value) && value.length === 0)) continue;
      if (typeName !== 'Query') found.set(`${path} > ${typeName}.${field}`, audienceOf(schema, typeName, field));
      answeredFields(value, `${path}.${field}`, found);
    }
  }
  return found;
}

test.each([
  ['visitor', ['PUBLIC']],
  ['member', ['PUBLIC', 'MEMBER']],
])(
  'a walk of a %s through every path to depth 6 meets only what is for %j',
  async (kind, audiences) => {
    const viewer = world.people.get(kind) ?? null;
    const beyond: string[] = [];
    let met = 0;
    for (const root of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      const everything = everythingOf(getNamedType(root.type), 6);
      const needed = root.args.filter(isRequiredArgument).map(({ name }) => name);
      const asked = needed.length === 0 ? [''] : world.ids.flatMap((id) => needed.map((name) => `(${name}: ${JSON.stringify(id)})`));
      for (const given of asked) {
        const context = { ...(await createContext(testRequest({ environment }))), viewer };
        const { data } = await graphql({ schema, source: `{ ${root.name}${given} ${everything} }`, contextValue: context });
        for (const [path, audience] of answeredFields(data, root.name, new Map())) {
          met += 1;
          const isOwn = audience === 'SELF' && (root.name === 'viewer' || path.includes('.contactDetails'));
          if (!audiences.includes(audience) && !isOwn) beyond.push(`${path} is for ${audience}`);
        }
      }
    }
    expect(beyond).toEqual([]);
    expect(met).toBeGreaterThan(50);
  },
  300_000,
);
