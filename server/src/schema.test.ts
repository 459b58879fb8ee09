import { getNamedType, graphql } from 'graphql';
import { existsSync } from 'node:fs';
import { createContext } from './context.js';
import { startDirectory } from './directory/index.js';
import { createGraphQL } from './graphql.js';
import { startPeople } from './people/index.js';
import { everythingOf, openToStrangers, undescribed, watchAnswers, withoutAudience, wrongResults } from './platform/graphql/contract.js';
import { createLog } from './platform/log.js';
import { testDatabase } from './platform/testing/database.js';
import { execute } from './platform/testing/execute.js';
import { testPortal } from './platform/testing/portal.js';
import { testRequest } from './platform/testing/request.js';
import { readSchema, schemaDirectory } from './schema.js';

const { schema } = createGraphQL({ execution: 'interpreted', rateLimit: 0 }, createLog('silent'));

test('the contract is read from its folder', () => {
  expect(existsSync(schemaDirectory)).toBe(true);
  expect(Object.keys(readSchema().getQueryType()!.getFields())).toContain('organisations');
});

test('every root field without @public is closed to strangers', async () => {
  expect(await openToStrangers(schema)).toEqual([]);
});

test('every mutation has a result of its own: one outcome, and refusals', () => {
  expect(wrongResults(schema)).toEqual([]);
});

test('every field says who may read it', () => {
  expect(withoutAudience(schema)).toEqual([]);
});

test('every type, field, argument and value is described', () => {
  expect(undescribed(schema)).toEqual([]);
});

describe('in practice', () => {
  testDatabase();
  const portal = testPortal();

  beforeAll(async () => {
    await startPeople(portal);
    await startDirectory(portal);
  });
  afterAll(() => portal.stop());

  test('every field that strangers, members and the secretariat reach is answered by a resolver or by a property', async () => {
    const seen = watchAnswers(schema);
    const queries = Object.values(schema.getQueryType()!.getFields()).flatMap((field) => {
      const everything = everythingOf(getNamedType(field.type), 5);
      return argumentsOf(field.name).map((given) => `{ ${field.name}${given} ${everything} }`);
    });
    for (const cookie of [undefined, await signedInAs('MEMBER'), await signedInAs('SECRETARIAT'), await signedInAs('ADMINISTRATOR')]) {
      const contextValue = await createContext(testRequest({ cookie }), { fresh: true });
      for (const query of queries) await graphql({ schema, source: query, contextValue });
    }
    const reached = new Set([...seen.asked].map((path) => path.split('.', 1)[0]));
    for (const type of [
      'Organisation',
      'Affiliation',
      'OrganisationFacets',
      'PossibleDuplicate',
      'Viewer',
      'Person',
      'SeatHolding',
      'Session',
    ]) {
      expect(reached).toContain(type);
    }
    expect([...seen.unanswered]).toEqual([]);
  }, 60_000);
});

/** What a field needs to be asked at all; one that is not named here needs nothing. */
function argumentsOf(field: string): string[] {
  return (
    { organisation: ['(slug: "eurochild")', '(slug: "unknown")'], organisations: ['(first: 5)'], possibleDuplicates: ['(first: 5)'] }[
      field
    ] ?? ['']
  );
}

async function signedInAs(role: string): Promise<string> {
  const { setCookies, errors } = await execute(`mutation { signInAsDemonstrationPerson(input: { role: ${role} }) { __typename } }`);
  expect(errors).toEqual([]);
  return setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}
