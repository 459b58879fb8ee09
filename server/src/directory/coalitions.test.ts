import { addPerson } from '../people/testing/index.js';
import { startPeople } from '../people/index.js';
import { testDatabase } from '../platform/testing/database.js';
import { testPortal } from '../platform/testing/portal.js';
import { organisationShape } from './testing/records.js';
import { act } from './testing/world.js';
import { Affiliation } from './Affiliation.js';
import { directory, startDirectory } from './start.js';

testDatabase();
const portal = testPortal({ environment: { DEMONSTRATION: 'false' } });
beforeAll(async () => {
  await startPeople(portal);
  await startDirectory(portal);
}, 60_000);
afterAll(() => portal.stop());

async function appointCoordinatorOf(scope: string) {
  const { viewer, personId } = await addPerson({ offices: [{ kind: 'SECRETARIAT' }] });
  const input = { kind: 'COORDINATOR', scope, personId };
  return (await act('appointToOffice', input, viewer, '... on Office { scope } ... on NoSuchCoalition { shortName message }')).outcome;
}

test('a coordinator is appointed for a network of the directory, and for nothing else', async () => {
  const { networkSlug } = (await Affiliation.findOne({}).lean()) ?? { networkSlug: '' };
  expect(await appointCoordinatorOf(networkSlug)).toEqual({ __typename: 'Office', scope: networkSlug });
  expect(await appointCoordinatorOf('no-coalition-at-all')).toMatchObject({
    __typename: 'NoSuchCoalition',
    shortName: 'no-coalition-at-all',
  });
  expect(await appointCoordinatorOf('toString')).toMatchObject({ __typename: 'NoSuchCoalition' });
});

test('a network that came into the directory a moment ago has a coordinator at once', async () => {
  const organisation = organisationShape({ name: 'Fictional Council', isFictional: true, country: 'KE' });
  expect(await appointCoordinatorOf('fictional-example-coalition')).toMatchObject({ __typename: 'NoSuchCoalition' });
  directory.putOrganisation(organisation);
  const affiliation = new Affiliation({
    organisation: organisation._id,
    network: 'Fictional Example Coalition',
    networkSlug: 'fictional-example-coalition',
    sourceUrl: 'https://fictional.example/',
    confidence: 'HIGH',
  });
  directory.putAffiliation(affiliation.toObject());
  expect(await appointCoordinatorOf('fictional-example-coalition')).toMatchObject({ __typename: 'Office' });
});
