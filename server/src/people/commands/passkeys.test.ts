import { testDatabase } from '../../platform/testing/database.js';
import { testMoment } from '../../platform/testing/request.js';
import { Passkey } from '../Passkey.js';
import { addPerson } from '../testing/addPerson.js';
import { Browser } from '../testing/Browser.js';
import { SoftwareKey } from '../testing/SoftwareKey.js';
import type { Viewer } from '../Viewer.js';

testDatabase();

const site = 'http://localhost:4000';
const minutes = (count: number) => new Date(testMoment.getTime() + count * 60_000);
let places = 0;
const browser = (viewer?: Viewer) => new Browser({ address: `10.2.0.${(places += 1)}`, ...(viewer ? { viewer } : {}) });

type Outcome = { __typename: string; options?: string; id?: string; [field: string]: unknown };

async function prepare(from: Browser, what: 'Add' | 'SignInWith', now = testMoment): Promise<string> {
  const { data } = await from.ask<Record<string, Outcome>>(
    `mutation { asked: prepareTo${what}Passkey { ... on PasskeyChallenge { options } } }`,
    { now },
  );
  return data?.['asked']?.options ?? '';
}

async function add(from: Browser, response: string, now = testMoment, name = 'My phone') {
  const { data } = await from.ask<{ addPasskey: Outcome }>(
    'mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { __typename ... on Passkey { id name addedAt lastUsedAt } } }',
    { variables: { input: { response, name } }, now },
  );
  return data?.addPasskey;
}

async function signIn(from: Browser, response: string, now = testMoment) {
  const { data } = await from.ask<{ signInWithPasskey: Outcome }>(
    'mutation ($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { __typename ... on Viewer { person { name } } } }',
    { variables: { input: { response } }, now },
  );
  return data?.signInWithPasskey;
}

/** Somebody with a passkey on this site. */
async function owner(key = new SoftwareKey(site)) {
  const person = await addPerson({ name: 'Amal' });
  const from = browser(person.viewer);
  expect((await add(from, key.create(await prepare(from, 'Add'))))?.__typename).toBe('Passkey');
  return { ...person, key, from };
}

test('a person adds a passkey and signs in by it elsewhere', async () => {
  const { key, viewer } = await owner();
  const elsewhere = browser();
  expect(await signIn(elsewhere, key.get(await prepare(elsewhere, 'SignInWith')))).toEqual({
    __typename: 'Viewer',
    person: { name: 'Amal' },
  });
  expect(await elsewhere.signedInAs()).toBe('Amal');
  const { data } = await browser(viewer).ask<{ viewer: { passkeys: unknown[] } }>('{ viewer { passkeys { name addedAt lastUsedAt } } }');
  expect(data?.viewer.passkeys).toEqual([{ name: 'My phone', addedAt: testMoment.toISOString(), lastUsedAt: testMoment.toISOString() }]);
});

test('a passkey of another site is not accepted, neither to add nor to sign in', async () => {
  const { viewer, key } = await owner();
  const from = browser(viewer);
  const foreign = new SoftwareKey('https://plenum.example.net');
  expect((await add(from, foreign.create(await prepare(from, 'Add'))))?.__typename).toBe('PasskeyNotAccepted');
  Object.defineProperty(foreign, 'id', { value: key.id });
  const elsewhere = browser();
  expect((await signIn(elsewhere, foreign.get(await prepare(elsewhere, 'SignInWith'))))?.__typename).toBe('PasskeyNotAccepted');
  expect(await elsewhere.signedInAs()).toBeUndefined();
});

test('an answer works once', async () => {
  const { key } = await owner();
  const elsewhere = browser();
  const response = key.get(await prepare(elsewhere, 'SignInWith'));
  expect((await signIn(elsewhere, response))?.__typename).toBe('Viewer');
  expect((await signIn(browser(), response))?.__typename).toBe('PasskeyNotAccepted');
});

test('an answer to what was never asked, or asked more than five minutes ago, is not accepted', async () => {
  const { key } = await owner();
  const elsewhere = browser();
  const invented = JSON.stringify({ challenge: Buffer.from('never asked').toString('base64url') });
  expect((await signIn(elsewhere, key.get(invented)))?.__typename).toBe('PasskeyNotAccepted');
  const options = await prepare(elsewhere, 'SignInWith');
  expect((await signIn(elsewhere, key.get(options), minutes(5)))?.__typename).toBe('PasskeyNotAccepted');
});

test('what was asked for signing in adds no passkey, nor what was asked of somebody else', async () => {
  const { from } = await owner();
  const stranger = browser((await addPerson()).viewer);
  expect((await add(from, new SoftwareKey(site).create(await prepare(from, 'SignInWith'))))?.__typename).toBe('PasskeyNotAccepted');
  expect((await add(from, new SoftwareKey(site).create(await prepare(stranger, 'Add'))))?.__typename).toBe('PasskeyNotAccepted');
});

test('a passkey that its owner has not unlocked is not accepted', async () => {
  const from = browser((await addPerson()).viewer);
  const locked = new SoftwareKey(site, false);
  expect((await add(from, locked.create(await prepare(from, 'Add'))))?.__typename).toBe('PasskeyNotAccepted');
});

test('a copy of a passkey betrays itself by its count', async () => {
  const { key } = await owner();
  key.counter = 10;
  const elsewhere = browser();
  expect((await signIn(elsewhere, key.get(await prepare(elsewhere, 'SignInWith'))))?.__typename).toBe('Viewer');
  key.counter = 3;
  expect((await signIn(elsewhere, key.get(await prepare(elsewhere, 'SignInWith'))))?.__typename).toBe('PasskeyNotAccepted');
});

test('a passkey that signs with another key is not accepted', async () => {
  const { key } = await owner();
  const impostor = new SoftwareKey(site);
  Object.defineProperty(impostor, 'id', { value: key.id });
  const elsewhere = browser();
  expect((await signIn(elsewhere, impostor.get(await prepare(elsewhere, 'SignInWith'))))?.__typename).toBe('PasskeyNotAccepted');
});

test('a removed passkey opens nothing, and nobody removes that of another', async () => {
  const { key, from, personId } = await owner();
  const passkey = await Passkey.findOne({ personId }).lean();
  const remove = (by: Browser) =>
    by.ask<{ removePasskey: Outcome }>(
      'mutation ($id: ID!) { removePasskey(input: { passkeyId: $id }) { ... on Viewer { passkeys { id } } } }',
      {
        variables: { id: String(passkey?._id) },
      },
    );
  expect((await remove(browser((await addPerson()).viewer))).errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
  expect((await remove(from)).data?.removePasskey).toEqual({ passkeys: [] });
  const elsewhere = browser();
  expect((await signIn(elsewhere, key.get(await prepare(elsewhere, 'SignInWith'))))?.__typename).toBe('PasskeyNotAccepted');
});

test.each(['', '{}', 'null', '[1]', '{"id":5}', '{"id":"x"}', 'x'.repeat(30_000)])(
  'what is no answer of a passkey is not accepted (%#)',
  async (response) => {
    const from = browser((await addPerson()).viewer);
    expect((await add(from, response))?.__typename).toBe('PasskeyNotAccepted');
    expect((await signIn(browser(), response))?.__typename).toBe('PasskeyNotAccepted');
  },
);

test('one passkey belongs to one person', async () => {
  const { key } = await owner();
  const other = browser((await addPerson()).viewer);
  expect((await add(other, key.create(await prepare(other, 'Add'))))?.__typename).toBe('PasskeyNotAccepted');
});
