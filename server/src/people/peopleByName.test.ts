import { Types } from 'mongoose';
import { testDatabase } from '../platform/testing/database.js';
import { execute } from '../platform/testing/execute.js';
import { ContactDetail } from './contact-details/ContactDetail.js';
import { isCalled } from './peopleByName.js';
import { Person } from './Person.js';
import { ChildRecord } from './safeguarding/ChildRecord.js';
import { addPerson } from './testing/addPerson.js';
import type { Viewer } from './Viewer.js';

testDatabase();

let operator: Viewer;
beforeAll(async () => {
  operator = (await addPerson({ name: 'Ori', offices: [{ kind: 'OPERATOR' }] })).viewer;
});

type People = {
  people: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: { id: string; name: string } }[];
  };
};
const ask = (viewer: Viewer | null, variables: object = {}) =>
  execute<People>(
    `query ($search: String, $first: Int! = 20, $after: String) { people(search: $search, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id name } } } }`,
    { viewer, variables: { ...variables } },
  );
const namesOf = async (search: string) => (await ask(operator, { search })).data?.people.edges.map(({ node }) => node.name);

test.each([
  ['Amélie Nguyễn', 'amel', true],
  ['Amélie Nguyễn', 'nguyen amélie', true],
  ['Amélie Nguyễn', 'ELIE', false],
  ['Amélie Nguyễn', 'amelie ori', false],
  ['أمَل', 'امل', true],
  ["O'Neill-Diaz", 'diaz o', true],
  ['Anybody', '', true],
])('%s is found by “%s”: %p', (name, words, isFound) => {
  expect(isCalled(name, words)).toBe(isFound);
});

test('people are found by name, page by page, without one twice or one left out', async () => {
  for (let count = 0; count < 25; count += 1) await addPerson({ name: `Paging ${String.fromCharCode(65 + (count % 5))}` });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await ask(operator, { search: 'pag', first: 10, after });
    expect(data?.people.totalCount).toBe(25);
    seen.push(...(data?.people.edges.map(({ node }) => node.id) ?? []));
    after = data?.people.pageInfo.hasNextPage ? data.people.pageInfo.endCursor : null;
  } while (after !== null);
  expect(new Set(seen).size).toBe(25);
});

test('only the name is searched: no address, no contact detail, no key, no child and nobody who was erased', async () => {
  const { personId, email } = await addPerson({ name: 'Findable Noor', email: 'hidden.address@example.org' });
  await ContactDetail.create({ personId: new Types.ObjectId(personId), kind: 'PHONE', value: 'secretnumber', visibility: 'SECRETARIAT' });
  await ChildRecord.create({
    pseudonym: 'Comet',
    ageBand: 'FROM_7_TO_12',
    region: 'AFRICA',
    languages: ['fr'],
    mandateStartsOn: '2026-01-01',
    mandateEndsOn: '2026-12-31',
    supportingOrganisationId: new Types.ObjectId(),
  });
  const erased = await addPerson({ name: 'Vanished Vera' });
  await Person.updateOne({ _id: erased.personId }, { name: null, erasedAt: new Date() });
  expect(await namesOf('findable')).toEqual(['Findable Noor']);
  for (const search of [email, 'hidden', 'secretnumber', personId, 'Comet', 'vanished']) expect(await namesOf(search)).toEqual([]);
});

test('the secretariat may search, and nobody who appoints nobody', async () => {
  expect((await ask((await addPerson({ offices: [{ kind: 'SECRETARIAT' }] })).viewer)).errors).toEqual([]);
  const others = await addPerson({ offices: (['TREASURER', 'SAFEGUARDING_LEAD'] as const).map((kind) => ({ kind })) });
  expect((await ask(others.viewer)).errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  expect((await ask(null)).errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
});
