import { buildSchema, parse } from 'graphql';
import { possibleTypesOf } from './possibleTypes.js';

const schema = buildSchema(`
  interface Refusal { message: String }
  type Full implements Refusal { message: String }
  type Closed implements Refusal { message: String }
  type Meeting { id: ID }
  union Scheduled = Meeting | Full
  type Query { scheduled: Scheduled }
`);
const typesFor = (document: string) => possibleTypesOf(schema, parse(document).definitions);

describe('what the cache knows of unions and interfaces', () => {
  it('is what stands behind those that a document names in a condition', () => {
    expect(typesFor('{ scheduled { ... on Refusal { message } } }')).toEqual({ Refusal: ['Full', 'Closed'] });
    expect(typesFor('fragment Any on Scheduled { __typename }')).toEqual({ Scheduled: ['Meeting', 'Full'] });
  });

  it('is nothing of those that no condition names', () => {
    expect(typesFor('{ scheduled { ... on Meeting { id } } }')).toEqual({});
  });
});
