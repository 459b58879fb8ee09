import DataLoader from 'dataloader';
import type { ExecutionResult } from 'graphql';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { addResolversToSchema } from '@graphql-tools/schema';
import { DataVersions } from '../DataVersions.js';
import type { Execution } from '../env.js';
import { forbidden, notFound } from '../errors.js';
import { createLog } from '../log.js';
import type { AnswerNotes } from '../RequestContext.js';
import { Executor } from './Executor.js';

class Group {
  readonly __typename = 'Group';
  constructor(readonly name: string) {}
  get nameTwice(): string {
    return this.name + this.name;
  }
}

const schema = addResolversToSchema({
  schema: buildSchema(`
    directive @madeOf(collections: [String!]!) on OBJECT | FIELD_DEFINITION
    interface Named { name: String! }
    type Group implements Named @madeOf(collections: ["groups"]) { name: String! nameTwice: String members(first: Int = 2): [Person!]! }
    type Person implements Named { name: String! friend: Person secret: String! level: Level }
    union Found = Group | Person
    enum Level { HIGH LOW }
    type Query {
      group: Group @madeOf(collections: ["groups"])
      find(names: [String!]!): [Found]!
      named: [Named!]!
      person(name: String!): Person
      people: [Person!]!
      breaks: String
      breaksHard: String!
      echo(level: Level, filter: Filter): String
    }
    input Filter { text: String! = "all" levels: [Level!] }
    type Mutation { rename(name: String!): Group }
  `),
  resolvers: {
    Query: {
      group: () => new Group('Education'),
      find: (_source, { names }: { names: string[] }) =>
        names.map((name) =>
          name === 'nobody'
            ? null
            : name === 'odd'
              ? { __typename: 'Odd' }
              : name.endsWith('s')
                ? new Group(name)
                : { __typename: 'Person', name },
        ),
      named: () => [new Group('a'), Promise.resolve({ __typename: 'Person', name: 'b' })],
      person: (_source, { name }: { name: string }, { people }: TestContext) => people.load(name),
      people: () => [{ name: 'a' }, { name: 'b' }],
      breaks() {
        throw new Error('the password is hunter2');
      },
      breaksHard: () => Promise.reject(forbidden()),
      echo: (_source, args: unknown) => JSON.stringify(args),
    },
    Person: {
      friend: ({ name }: { name: string }, _args, { people }: TestContext) => people.load(`friend of ${name}`),
      secret: () => Promise.reject(notFound()),
      level: ({ name }: { name: string }) => (name === 'a' ? 'HIGH' : 'WRONG'),
    },
    Group: { members: (_source, { first }: { first: number }) => Array.from({ length: first }, (_, at) => ({ name: `member ${at}` })) },
    Mutation: { rename: (_source, { name }: { name: string }) => new Group(name) },
  },
});

interface TestContext {
  requestId: string;
  language: 'en';
  log: ReturnType<typeof createLog>;
  people: DataLoader<string, { name: string }>;
  batches: number;
  notes: AnswerNotes;
}

function newContext(): TestContext {
  const context: TestContext = {
    requestId: 'REFERENCE',
    language: 'en',
    log: createLog('silent'),
    batches: 0,
    notes: { hasAskedTheTime: false },
    people: new DataLoader((names: readonly string[]) => {
      context.batches += 1;
      return Promise.resolve(names.map((name) => ({ name })));
    }),
  };
  return context;
}

async function run(
  execution: Execution,
  text: string,
  variables?: Record<string, unknown>,
  context = newContext(),
): Promise<ExecutionResult> {
  const document = parse(text);
  const executor = new Executor<TestContext>(schema, execution, new DataVersions());
  return executor.execute({ document, operation: getOperationAST(document)!, hash: text, variables, context });
}

function plain({ data, errors }: ExecutionResult): unknown {
  return JSON.parse(JSON.stringify({ data, errors: errors?.map((error) => ({ ...error.toJSON(), locations: undefined })) }));
}

const operations: { what: string; text: string; variables?: Record<string, unknown> }[] = [
  { what: 'properties and getters of classes', text: '{ group { name nameTwice again: name __typename members { name } } }' },
  {
    what: 'unions by the name of their type',
    text: '{ find(names: ["groups", "person", "nobody"]) { __typename ... on Group { name } ... on Person { name } } }',
  },
  { what: 'a union that holds what it may not', text: '{ find(names: ["person", "odd"]) { ... on Named { name } } }' },
  { what: 'interfaces, promises inside lists', text: '{ named { __typename name } }' },
  { what: 'an error that the reader may see, at its path', text: '{ people { name secret } }' },
  { what: 'an error under a nullable parent', text: '{ person(name: "a") { secret } group { name } }' },
  { what: 'a fault that the reader may not see', text: '{ breaks group { name } }' },
  { what: 'a refusal that empties the whole answer', text: '{ breaksHard group { name } }' },
  { what: 'a value that its enum does not have', text: '{ people { name level } }' },
  {
    what: 'variables, defaults and what is left out',
    text: 'query ($n: Int, $with: Boolean = false) { group { members(first: $n) { name } name @include(if: $with) nameTwice @skip(if: $with) } }',
    variables: { n: 3 },
  },
  { what: 'variables left out where the argument has a default', text: 'query ($n: Int) { group { members(first: $n) { name } } }' },
  {
    what: 'a variable that includes',
    text: 'query ($with: Boolean = false) { group { name @include(if: $with) nameTwice @skip(if: $with) } }',
    variables: { with: true },
  },
  { what: 'a variable of the wrong kind', text: 'query ($n: Int) { group { members(first: $n) { name } } }', variables: { n: 'three' } },
  { what: 'a variable that is missing', text: 'query ($name: String!) { person(name: $name) { name } }' },
  {
    what: 'input objects with defaults',
    text: 'query ($filter: Filter) { echo(level: LOW, filter: $filter) }',
    variables: { filter: { levels: ['HIGH'] } },
  },
  {
    what: 'an input object with a field too many',
    text: 'query ($filter: Filter) { echo(filter: $filter) }',
    variables: { filter: { rank: 1 } },
  },
  {
    what: 'the schema itself',
    text: '{ __schema { queryType { name fields { name args { name defaultValue } } } } __type(name: "Level") { enumValues { name } } }',
  },
  {
    what: 'fragments that overlap',
    text: 'query { ...one ...other } fragment one on Query { group { name } } fragment other on Query { group { nameTwice members(first: 1) { name } } }',
  },
];

test.each(operations)('compiled and interpreted agree on $what', async ({ text, variables }) => {
  const interpreted = plain(await run('interpreted', text, variables));
  expect(plain(await run('compiled', text, variables))).toEqual(interpreted);
});

describe.each(['interpreted', 'compiled', 'adaptive'] as const)('%s', (execution) => {
  test('a fault is masked with the reference of its request, and what the reader may see is not', async () => {
    const { data, errors } = await run(execution, '{ breaks person(name: "a") { name secret } }');
    expect(data).toEqual({ breaks: null, person: null });
    const [fault, hidden] = [...errors!].sort((one, other) => String(one.path).localeCompare(String(other.path)));
    expect(fault!.toJSON()).toMatchObject({ path: ['breaks'], extensions: { code: 'INTERNAL_SERVER_ERROR', reference: 'REFERENCE' } });
    expect(fault!.message).toContain('quote reference REFERENCE');
    expect(JSON.stringify(errors)).not.toContain('hunter2');
    expect(hidden!.toJSON()).toMatchObject({ path: ['person', 'secret'], extensions: { code: 'NOT_FOUND' } });
  });

  test('loaders ask once for all siblings', async () => {
    const context = newContext();
    const { errors } = await run(execution, '{ people { friend { name friend { name } } } }', undefined, context);
    expect(errors).toBeUndefined();
    expect(context.batches).toBe(2);
  });
});

test('an outage of the database is told as one, in the language of the reader', async () => {
  const failing = addResolversToSchema({
    schema: buildSchema('type Query { a: Int }'),
    resolvers: {
      Query: {
        a() {
          throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:27017'), { name: 'MongoServerSelectionError' });
        },
      },
    },
  });
  const document = parse('{ a }');
  const context = { ...newContext(), language: 'fr' as const };
  const executor = new Executor(failing, 'compiled', new DataVersions());
  const { errors } = await executor.execute({ document, operation: getOperationAST(document)!, hash: 'a', variables: {}, context });
  expect(errors![0]!.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', reference: 'REFERENCE' });
  expect(errors![0]!.message).toContain('Nos données sont momentanément inaccessibles');
  expect(errors![0]!.message).not.toContain('10.0.0.7');
});

test('an answer says what it was made of unless something went wrong or does not say', async () => {
  const versions = new DataVersions();
  const executor = new Executor<TestContext>(schema, 'adaptive', versions);
  versions.changed('groups');
  const provenance = async (text: string): Promise<unknown> => {
    const document = parse(text);
    const context = newContext();
    await executor.execute({ document, operation: getOperationAST(document)!, hash: text, variables: {}, context });
    return context.notes.provenance;
  };
  expect(await provenance('{ group { name } }')).toEqual({ collections: ['groups'], version: 1 });
  expect(await provenance('{ group { name } people { name } }')).toBeUndefined();
  expect(await provenance('mutation { rename(name: "a") { name } }')).toBeUndefined();
});
