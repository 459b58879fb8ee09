import type { GraphQLSchema } from 'graphql';
import { buildSchema, getIntrospectionQuery, getOperationAST, parse, specifiedRules, validate } from 'graphql';
import { costOf, highestCost, refuseTooCostly } from './cost.js';
import { limits, limitsRule } from './limits.js';

const schema = buildSchema(`
  directive @cost(weight: Int!) on FIELD_DEFINITION
  type Query { organisation(slug: String): Organisation organisations(first: Int! = 24): Connection }
  type Connection { edges: [Edge!]! totalCount: Int }
  type Edge { node: Organisation }
  type Organisation { name: String peers(first: Int! = 4): [Organisation!]! @cost(weight: 5) }
`);

function faults(query: string, of: GraphQLSchema = schema): string[] {
  return validate(of, parse(query), [...specifiedRules, limitsRule]).map((fault) => fault.message);
}

function nested(levels: number): string {
  return `{ organisation ${'{ peers '.repeat(levels - 2)} { name } ${'} '.repeat(levels - 2)} }`;
}

function cost(query: string, variables?: Record<string, unknown>): number {
  const document = parse(query);
  return costOf(schema, document, getOperationAST(document)!, variables);
}

test('an operation of the greatest depth passes and one level more is refused', () => {
  expect(faults(nested(limits.depth))).toEqual([]);
  expect(faults(nested(limits.depth + 1))).toEqual([`This operation is ${limits.depth + 1} levels deep; the most is ${limits.depth}.`]);
});

test('sixty levels are refused, in fragments too', () => {
  expect(faults(nested(60))).toEqual(['This operation is 60 levels deep; the most is 15.']);
  const fragments = Array.from(
    { length: 30 },
    (_, at) => `fragment f${at} on Organisation { peers { peers { ${at < 29 ? `...f${at + 1}` : 'name'} } } }`,
  );
  expect(faults(`{ organisation { ...f0 } } ${fragments.join(' ')}`)).toEqual(['This operation is 62 levels deep; the most is 15.']);
});

test('the introspection of the usual explorers passes', () => {
  expect(
    faults(
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true }),
    ),
  ).toEqual([]);
});

test('an alias bomb is refused, in fragments that multiply too', () => {
  const bomb = Array.from({ length: 1000 }, (_, at) => `a${at}: organisation { name }`).join(' ');
  expect(faults(`{ ${bomb} }`)).toEqual(['This operation has 1000 aliases; the most is 30.']);
  const doubling = Array.from({ length: 6 }, (_, at) => `fragment f${at} on Organisation { x${at}: name ...f${at + 1} ...f${at + 1} }`);
  expect(faults(`{ organisation { ...f0 } } ${doubling.join(' ')} fragment f6 on Organisation { y: name }`)).toContain(
    'This operation has 127 aliases; the most is 30.',
  );
});

test('fragments that go round in circles end in a refusal', () => {
  expect(
    faults('{ organisation { ...a } } fragment a on Organisation { peers { ...b } } fragment b on Organisation { peers { ...a } }'),
  ).toContain('Cannot spread fragment "a" within itself via "b".');
});

test('a document of too many tokens is refused before it is understood', () => {
  expect(() => parse(`{ ${'a '.repeat(limits.tokens)} }`, { maxTokens: limits.tokens })).toThrow('Parsing aborted');
});

test('the cost is the weight of each field, times the size of the page above it', () => {
  expect(cost('{ organisation { name } }')).toBe(2);
  expect(cost('{ organisations(first: 10) { totalCount edges { node { name } } } }')).toBe(1 + 10 * (1 + 1 + 1 + 1));
  expect(cost('{ organisations { edges { node { name } } } }')).toBe(1 + 24 * 3);
  expect(cost('query ($n: Int!) { organisations(first: $n) { totalCount } }', { n: 50 })).toBe(51);
  expect(cost('{ organisation { peers(first: 2) { peers(first: 3) { name } } } }')).toBe(1 + 5 + 2 * (5 + 3 * 1));
  expect(cost('{ organisation { ...f } } fragment f on Organisation { ... on Organisation { name } }')).toBe(2);
});

test('what costs too much is refused with its price', () => {
  const price = cost('{ organisations(first: 100) { edges { node { peers(first: 100) { peers(first: 12) { name } } } } } }');
  expect(price).toBeGreaterThan(highestCost);
  expect(() => refuseTooCostly(price)).toThrow(`This operation would cost ${price} points; the most is ${highestCost}.`);
  expect(() => refuseTooCostly(highestCost)).not.toThrow();
});
