import mongoose, { Types } from 'mongoose';
import type { RequestContext } from '../platform/RequestContext.js';
import { testDatabase } from '../platform/testing/database.js';
import { execute } from '../platform/testing/execute.js';
import { testPortal } from '../platform/testing/portal.js';
import { testMoment, testRequest } from '../platform/testing/request.js';
import { Account } from './Account.js';
import { Office } from './Office.js';
import { Session } from './Session.js';
import { readSession, startSession } from './sessions.js';
import { startPeople } from './start.js';
import { addPerson } from './testing/addPerson.js';
import { cookieOf } from './testing/cookieOf.js';

testDatabase();
const portal = testPortal();
beforeAll(() => startPeople(portal));
afterAll(() => portal.stop());

const seconds = (count: number) => new Date(testMoment.getTime() + count * 1000);

/** The database commands that Mongoose sends meanwhile. */
async function commandsDuring(act: () => Promise<unknown>): Promise<string[]> {
  const commands: string[] = [];
  mongoose.set('debug', (collection: string, method: string) => void commands.push(`${collection}.${method}`));
  try {
    await act();
  } finally {
    mongoose.set('debug', false);
  }
  return commands;
}

async function signedIn(): Promise<{ personId: string; request: (now?: Date) => RequestContext }> {
  const { personId } = await addPerson({ offices: [{ kind: 'TREASURER' }] });
  const request = { ...testRequest(), viewer: null, session: null };
  await startSession(request, (await Account.findOne({ personId }))!, 'LINK');
  const cookie = cookieOf(request.cookies.headers);
  return { personId, request: (now = testMoment) => testRequest({ cookie, now }) };
}

test('a signed-in reader costs three database commands at first and none from then on', async () => {
  const { request } = await signedIn();
  expect(await commandsDuring(() => readSession(request()))).toHaveLength(3);
  expect(await commandsDuring(() => readSession(request(seconds(30))))).toEqual([]);
  expect(await commandsDuring(() => readSession(request(seconds(61))))).toHaveLength(3);
});

test('whoever changes something is always read anew', async () => {
  const { request } = await signedIn();
  await readSession(request());
  expect(await commandsDuring(() => readSession(request(), true))).toHaveLength(3);
});

test('a session that another process revoked is forgotten as soon as the change is told', async () => {
  const { personId, request } = await signedIn();
  await readSession(request());
  const session = await Session.findOne({ personId });
  await Session.deleteOne({ personId });
  expect(await readSession(request())).not.toBeNull();
  await portal.change('sessions', { kind: 'removed', id: String(session?._id) });
  expect(await readSession(request())).toBeNull();
});

test.each(['offices', 'seatholdings', 'accounts', 'people'])(
  'a change of %s by another process has viewers read anew',
  async (collection) => {
    const { personId, request } = await signedIn();
    expect((await readSession(request()))?.viewer.offices).toEqual([{ kind: 'TREASURER' }]);
    await Office.updateMany({ personId }, { endedAt: testMoment });
    await portal.change(collection, { kind: 'saved', id: String(new Types.ObjectId()) });
    expect((await readSession(request()))?.viewer.offices).toEqual([]);
  },
);

test('asking for a link takes the same database commands for a known and for an unknown address', async () => {
  const { email } = await addPerson();
  const ask = (address: string) =>
    commandsDuring(() => execute(`mutation { requestSignInLink(input: { email: "${address}" }) { __typename } }`));
  const [known, unknown] = [await ask(email), await ask('nobody@example.org')];
  expect(known).toHaveLength(7);
  expect(unknown).toEqual(known);
});

test('an office that ends at a moment to come ends at that moment, and not with the next change', async () => {
  const { personId, request } = await signedIn();
  await Office.updateMany({ personId }, { endedAt: seconds(10) });
  expect((await readSession(request(), true))?.viewer.offices).toHaveLength(1);
  expect((await readSession(request(seconds(11)), true))?.viewer.offices).toEqual([]);
});
