import { newDatabaseUri } from '../platform/testing/database.js';
import { post } from '../platform/testing/http.js';
import { Program } from '../platform/testing/program.js';

jest.setTimeout(180_000);

const running: Program[] = [];
afterAll(() => Promise.all(running.map((program) => program.kill())));

/** Another process of the same portal: one database, a port of its own. */
async function portalProcess(uri: string): Promise<{ program: Program; url: string }> {
  const program = new Program('server/dist/main.js', { MONGODB_URI: uri, DEMONSTRATION: 'true' });
  running.push(program);
  return { program, url: await program.prints(/open at (http:\S+)/) };
}

async function askForLink(url: string): Promise<unknown> {
  const { data } = await post(
    url,
    'mutation { requestSignInLink(input: { email: "somebody@example.org" }) { __typename ... on TooManyAttempts { retryAfterSeconds } } }',
  );
  return data?.['requestSignInLink'];
}

test('two processes count the tries of an address together, and one that is started again has forgotten nothing', async () => {
  const uri = newDatabaseUri();
  const one = await portalProcess(uri);
  const other = await portalProcess(uri);
  const answers = [];
  for (const { url } of [one, other, one, other, one]) answers.push(await askForLink(url));
  expect(answers).toEqual(Array(5).fill({ __typename: 'SignInLinkRequested' }));
  const refused = { __typename: 'TooManyAttempts', retryAfterSeconds: expect.any(Number) };
  for (const { url } of [one, other]) expect(await askForLink(url)).toEqual(refused);

  one.program.signal('SIGTERM');
  expect(await one.program.ends()).toBe(0);
  expect(await askForLink((await portalProcess(uri)).url)).toEqual(refused);
});
