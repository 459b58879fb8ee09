import { buildSchema, defaultFieldResolver, graphql } from 'graphql';
import { everythingOf, openToStrangers, undescribed, watchAnswers, withoutAudience, wrongResults } from './contract.js';
import { closeUnlessPublic } from './guard.js';

const directives = `
  directive @public on FIELD_DEFINITION
  directive @audience(of: String!) on OBJECT | INTERFACE | FIELD_DEFINITION
  interface Refusal @audience(of: "PUBLIC") { message: String! }
`;

describe('each guard of the contract is seen to fail', () => {
  test('a root field that lets strangers in is found, and is no longer once it is closed', async () => {
    const schema = buildSchema(`${directives} type Query { register: Int motto: Int @public } type Mutation { admit: Int }`);
    for (const type of [schema.getQueryType(), schema.getMutationType()]) {
      for (const field of Object.values(type!.getFields())) field.resolve = defaultFieldResolver;
    }
    expect(await openToStrangers(schema)).toEqual(['register', 'admit']);
    expect(await openToStrangers(closeUnlessPublic(schema))).toEqual([]);
  });

  test('a root field that nothing answers is found as well', async () => {
    const schema = buildSchema(`${directives} type Query { register: Int }`);
    expect(await openToStrangers(schema)).toEqual(['register']);
  });

  test('a subscription that lets strangers in is found, and is no longer once it is closed', async () => {
    const schema = buildSchema(`${directives} type Query { a: Int } type Subscription { minutes: Int }`);
    schema.getSubscriptionType()!.getFields()['minutes']!.subscribe = () => [];
    expect(await openToStrangers(schema)).toContain('minutes');
    expect(await openToStrangers(closeUnlessPublic(schema))).toEqual([]);
  });

  test.each([
    ['a mutation that answers with its object', 'admit: Member!', 'admit answers with Member! instead of the union AdmitResult'],
    [
      'a mutation that borrows the result of another',
      'admit: HostResult!',
      'admit answers with HostResult! instead of the union AdmitResult',
    ],
    ['a mutation that may answer with nothing', 'admit: AdmitResult', 'admit may answer with null'],
    ['a result with two outcomes', 'host: HostResult!', 'HostResult has 2 members that are no Refusal: Member, Visit'],
    ['a result of refusals alone', 'refuse: RefuseResult!', 'RefuseResult has 0 members that are no Refusal: '],
  ])('%s is found', (_what, mutation, fault) => {
    const types = `
      type Member { id: ID } type Visit { id: ID } type Full implements Refusal { message: String! }
      union AdmitResult = Member | Full
      union HostResult = Member | Visit | Full
      union RefuseResult = Full
    `;
    expect(wrongResults(buildSchema(`${directives} ${types} type Query { a: Int } type Mutation { ${mutation} }`))).toEqual([fault]);
    expect(wrongResults(buildSchema(`${directives} ${types} type Query { a: Int } type Mutation { admit: AdmitResult! }`))).toEqual([]);
  });

  test('a field for which nobody says who may read it is found', () => {
    const schema = buildSchema(`${directives}
      type Query { a: Int }
      type Open @audience(of: "PUBLIC") { name: String }
      type Half { name: String @audience(of: "PUBLIC") phone: String }
      extend type Open { dues: Int }
    `);
    expect(withoutAudience(schema)).toEqual(['Half.phone']);
  });

  test('whatever has no description is found', () => {
    const schema = buildSchema(`
      "d" type Query { "d" a("d" b: Int, c: Int): Int d: Int }
      "d" enum Level { "d" HIGH LOW }
      "d" input Filter { "d" country: String region: String }
      type Bare { "d" a: Int }
      "d" directive @weighed(points: Int) on FIELD
    `);
    expect(undescribed(schema).sort()).toEqual(['@weighed(points)', 'Bare', 'Filter.region', 'Level.LOW', 'Query.a(c)', 'Query.d']);
  });

  test('a field that its model does not have and no resolver answers is found', async () => {
    const schema = buildSchema(`
      type Query { visit: Visit closed(id: ID!): Visit }
      type Visit { id: ID host: Place guests(first: Int): [String] }
      type Place { name: String }
    `);
    schema.getQueryType()!.getFields()['visit']!.resolve = () => ({ id: 1, guest: [] });
    const seen = watchAnswers(schema);
    const source = `query ${everythingOf(schema.getQueryType()!, 3)}`;
    expect(source.replace(/\s+/g, ' ')).toBe('query { __typename visit { __typename id host { __typename name } guests(first: 2) } }');
    expect(await graphql({ schema, source })).toEqual({
      data: { __typename: 'Query', visit: { __typename: 'Visit', id: '1', host: null, guests: null } },
    });
    expect([...seen.unanswered]).toEqual(['Visit.host', 'Visit.guests']);
    expect([...seen.asked]).toEqual(['Query.visit', 'Visit.id', 'Visit.host', 'Visit.guests']);
  });
});
