import { join } from 'node:path';
import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { execute, type GraphQLFormattedError } from 'graphql';
import { definitionsBelow } from '../build/documents.js';
import { possibleTypesOf, readSchema } from '../build/possibleTypes.js';
import { createCache } from '../src/app/apollo.js';
import { type TestOrganisation, testRoot } from './testDirectory.js';

const schema = readSchema(join(import.meta.dirname, '../../schema'));
const possibleTypes = possibleTypesOf(schema, definitionsBelow(join(import.meta.dirname, '../src')));

export interface TestPortal {
  readonly client: ApolloClient;
  /** What was asked, in its order: the name of the operation and its variables. */
  readonly asked: readonly { name: string | undefined; variables: Record<string, unknown> }[];
  /** Answers everything from now on with this failure, or again as it should. */
  failWith(failure: Error | GraphQLFormattedError | undefined): void;
}

/** A client whose server is the real schema over a few organisations in memory, and over what `more` answers to other root fields: queries that do not fit the schema fail. */
export function testPortal(
  organisations: readonly TestOrganisation[],
  duplicates: readonly [number, number][] = [],
  more: object = {},
): TestPortal {
  const asked: { name: string | undefined; variables: Record<string, unknown> }[] = [];
  const rootValue = { ...testRoot(organisations, duplicates), ...more };
  let failure: Error | GraphQLFormattedError | undefined;
  const link = new ApolloLink(
    ({ query, variables, operationName }) =>
      new Observable((observer) => {
        asked.push({ name: operationName, variables });
        if (failure instanceof Error) {
          observer.error(failure);
          return;
        }
        const answer = failure ? { errors: [failure] } : execute({ schema, document: query, rootValue, variableValues: variables });
        void Promise.resolve(answer).then((result) => {
          observer.next(JSON.parse(JSON.stringify(result)) as ApolloLink.Result);
          observer.complete();
        });
      }),
  );
  const client = new ApolloClient({ cache: createCache(possibleTypes), link });
  return {
    client,
    asked,
    failWith(next) {
      failure = next;
    },
  };
}
