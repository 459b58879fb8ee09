import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Types } from 'mongoose';
import { startDirectory } from './directory/index.js';
import { attempts as directoryAttempts } from './directory/testing/attempts.js';
import { registerOrganisations, startPeople } from './people/index.js';
import type { TestPerson } from './people/testing/addPerson.js';
import { addPerson } from './people/testing/addPerson.js';
import { attempts as peopleAttempts } from './people/testing/attempts.js';
import { errorCodes } from './platform/errors.js';
import { testDatabase } from './platform/testing/database.js';
import { execute } from './platform/testing/execute.js';
import type { Cell } from './platform/testing/matrix.js';
import { readMatrix } from './platform/testing/matrix.js';
import { testPortal } from './platform/testing/portal.js';
import { projectRoot } from './platform/project-root.js';
import { readSchema } from './schema.js';

const text = readFileSync(join(projectRoot, 'server/src/authorization-matrix.md'), 'utf8');
const mutations = readMatrix(text, 'What can be done');
const queries = readMatrix(text, 'What can be asked');
const schema = readSchema();

testDatabase();
const portal = testPortal();
beforeAll(async () => {
  await startPeople(portal);
  await startDirectory(portal);
  registerOrganisations((id) => ({ id, name: 'Fictional Organisation', country: null }));
}, 60_000);
afterAll(() => portal.stop());

const attempts = { ...peopleAttempts, ...directoryAttempts };

const here = new Types.ObjectId();
const elsewhere = new Types.ObjectId();

/** Makes somebody new of each kind. */
const people: Readonly<Record<string, () => Promise<TestPerson | null>>> = {
  visitor: () => Promise.resolve(null),
  member: () => addPerson(),
  'seat holder': () => addPerson({ seats: [{ organisationId: here }] }),
  administrator: () => addPerson({ seats: [{ organisationId: here, isAdministrator: true }] }),
  elsewhere: () => addPerson({ seats: [{ organisationId: elsewhere, isAdministrator: true }] }),
  convener: () => addPerson({ offices: [{ kind: 'CONVENER', scope: 'another-group' }] }),
  coordinator: () => addPerson({ offices: [{ kind: 'COORDINATOR', scope: 'coalition' }] }),
  treasurer: () => addPerson({ offices: [{ kind: 'TREASURER' }] }),
  'safeguarding lead': () => addPerson({ offices: [{ kind: 'SAFEGUARDING_LEAD' }] }),
  secretariat: () => addPerson({ offices: [{ kind: 'SECRETARIAT' }] }),
  operator: () => addPerson({ offices: [{ kind: 'OPERATOR' }] }),
};

const noes: readonly unknown[] = [errorCodes.unauthenticated, errorCodes.forbidden, errorCodes.notFound];
let places = 0;

/** Whether the portal lets the asker try; a refusal by the world is a yes, anything broken is an error of the test. */
async function isLet(operation: string, asker: TestPerson | null, variables: object = {}): Promise<boolean> {
  const { errors } = await execute(operation, {
    viewer: asker?.viewer ?? null,
    variables: { ...variables },
    address: `10.3.${Math.floor((places += 1) / 250)}.${places % 250}`,
    environment: operation.includes('outbox') ? { DEMONSTRATION: 'false' } : {},
  });
  if (errors.length === 0) return true;
  const codes = errors.map(({ extensions }) => extensions?.['code']);
  if (codes.some((code) => !noes.includes(code))) throw new Error(`${operation}: ${JSON.stringify(errors)}`);
  return false;
}

function operationOf(mutation: string): string {
  const takesInput = schema.getMutationType()?.getFields()[mutation]?.args.length;
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  return takesInput
    ? `mutation ($input: ${input}) { ${mutation}(input: $input) { __typename } }`
    : `mutation { ${mutation} { __typename } }`;
}

/** What the portal really says of a cell, by trying it on somebody else's thing and on one's own. */
async function triedOut(mutation: string, kind: string): Promise<Cell> {
  const attempt = attempts[mutation];
  const somebody = people[kind];
  if (!attempt || !somebody) throw new Error(`Nobody has said how ${mutation} is tried, or who ${kind} is.`);
  const tryOn = async (asker: TestPerson | null, owner: TestPerson) => {
    const input = await attempt({ here, owner });
    return isLet(operationOf(mutation), asker, input ? { input } : {});
  };
  const other = await addPerson({ seats: [{ organisationId: here }] });
  if (await tryOn(await somebody(), other)) return 'yes';
  const themselves = await somebody();
  if (themselves === null) return '–';
  // Somebody of the same kind who holds no seat here owns what is theirs alone, and not what is the organisation's.
  const owning = { ...themselves, viewer: { ...themselves.viewer, seats: [] } };
  return (await tryOn(themselves, owning)) ? 'own' : '–';
}

test('every mutation of the schema has a row, and every row a mutation', () => {
  expect([...mutations.keys()].sort()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
});

test('every query of the schema has a row, and every row a query', () => {
  expect([...queries.keys()].sort()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort());
});

test('every row speaks of every kind of person', () => {
  for (const row of [...mutations.values(), ...queries.values()]) expect([...row.keys()]).toEqual(Object.keys(people));
});

describe('may do', () => {
  test.each([...mutations])(
    '%s',
    async (mutation, row) => {
      const really = new Map<string, Cell>();
      for (const kind of row.keys()) really.set(kind, await triedOut(mutation, kind));
      expect(Object.fromEntries(really)).toEqual(Object.fromEntries(row));
    },
    60_000,
  );
});

/** How each query is asked. */
const questions: Readonly<Record<string, string>> = {
  network: '{ network { name } }',
  organisations: '{ organisations { totalCount } }',
  organisation: '{ organisation(slug: "unknown") { name } }',
  possibleDuplicates: '{ possibleDuplicates { totalCount } }',
  themes: '{ themes { id } }',
  exchanges: '{ exchanges { id } }',
  searchSuggestions: '{ searchSuggestions(search: "justice") { countries { country } } }',
  peers: '{ peers(of: "unknown") { organisation { name } } }',
  peerWeights: '{ peerWeights { points } }',
  viewer: '{ viewer { person { name } } }',
  demonstrationPeople: '{ demonstrationPeople { name } }',
  seatOffer: '{ seatOffer(token: "unknown") { name } }',
  contactDetailsOf: `{ contactDetailsOf(organisationId: "${String(here)}") { value } }`,
  childAdvisors: '{ childAdvisors { pseudonym } }',
  childAdvisorCounts: '{ childAdvisorCounts { total } }',
  person: '{ person(id: "650000000000000000000000") { name } }',
  seatsOf: `{ seatsOf(organisationId: "${String(here)}") { viewerCanInvite } }`,
  offices: '{ offices { kind } }',
  childRecordsOpening: '{ childRecordsOpening { state } }',
  people: '{ people { totalCount } }',
  auditTrail: '{ auditTrail { totalCount } }',
  keepingOf: `{ keepingOf(organisationId: "${String(here)}") { listing } }`,
  publishedPlaces: '{ publishedPlaces(country: "KE", precision: CITY) { id } }',
  profileProposals: '{ profileProposals { totalCount } }',
  keptApart: '{ keptApart { totalCount } }',
  organisationMerges: '{ organisationMerges { totalCount } }',
  outbox: '{ outbox { totalCount } }',
};

describe('may ask', () => {
  test.each([...queries])(
    '%s',
    async (query, row) => {
      for (const [kind, cell] of row) {
        const asker = await people[kind]?.();
        expect([kind, (await isLet(questions[query] ?? '', asker ?? null)) ? 'yes' : '–']).toEqual([kind, cell]);
      }
    },
    60_000,
  );
});
