import { buildSchema, getOperationAST, parse } from 'graphql';
import { collectionsOf } from './made-of.js';

const schema = buildSchema(`
  directive @madeOf(collections: [String!]!) on OBJECT | FIELD_DEFINITION
  type Query {
    organisation: Organisation @madeOf(collections: ["organisations"])
    result: Result @madeOf(collections: ["organisations"])
    now: String
  }
  type Organisation @madeOf(collections: ["organisations"]) { name: String visits: [Visit] @madeOf(collections: ["visits"]) }
  extend type Organisation { isOpenNow: Boolean }
  type Visit @madeOf(collections: ["visits", "people"]) { host: String }
  type Unsaid { name: String }
  union Result = Organisation | Visit | Unsaid
  type Mutation { close: Organisation @madeOf(collections: []) }
`);

function collections(operation: string): readonly string[] | null {
  const document = parse(operation);
  return collectionsOf(schema, document, getOperationAST(document)!);
}

test('an answer is made of what its fields and their types say', () => {
  expect(collections('{ organisation { name } }')).toEqual(['organisations']);
  expect(collections('{ organisation { visits { host } ...f } } fragment f on Organisation { name }')).toEqual([
    'organisations',
    'people',
    'visits',
  ]);
  expect(collections('{ __schema { types { name } } }')).toEqual([]);
  expect(collections('{ result { ... on Organisation { name } ... on Visit { host } } }')).toEqual(['organisations', 'people', 'visits']);
});

test('one field that does not say keeps the whole answer from being kept', () => {
  expect(collections('{ organisation { name } now }')).toBeNull();
  expect(collections('{ result { __typename ... on Unsaid { name } } }')).toBeNull();
});

test('a field that another room adds to a type does not speak with the words of the type', () => {
  expect(collections('{ organisation { isOpenNow } }')).toBeNull();
});

test('the answer to a mutation is never kept', () => {
  expect(collections('mutation { close { name } }')).toBeNull();
});
