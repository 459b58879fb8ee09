import { Mail } from '../../platform/mail/Mail.js';
import { testDatabase } from '../../platform/testing/database.js';
import { testMoment } from '../../platform/testing/request.js';
import { SignInRequest } from '../SignInRequest.js';
import { addPerson } from '../testing/addPerson.js';
import { Browser } from '../testing/Browser.js';

testDatabase();

const minutes = (count: number) => new Date(testMoment.getTime() + count * 60_000);
let places = 0;
/** Each browser stands somewhere else, so that the limits of one test are not those of another. */
const browser = () => new Browser({ address: `10.0.${Math.floor((places += 1) / 250)}.${places % 250}` });

const request = async (from: Browser, email: string, now = testMoment) =>
  (
    await from.ask<{ requestSignInLink: Record<string, unknown> }>(
      `mutation ($email: String!) { requestSignInLink(input: { email: $email }) { __typename
        ... on SignInLinkRequested { email expiresAt } ... on InvalidInput { fields { path message } } ... on TooManyAttempts { message retryAfterSeconds } } }`,
      { variables: { email }, now },
    )
  ).data?.requestSignInLink;

const open = async (from: Browser, token: string, now = testMoment) =>
  (
    await from.ask<{ signInWithLink: Record<string, unknown> }>(
      `mutation ($token: String!) { signInWithLink(input: { token: $token }) { __typename ... on Viewer { person { name } } ... on Refusal { message } } }`,
      { variables: { token }, now },
    )
  ).data?.signInWithLink;

const type = async (from: Browser, code: string, now = testMoment) =>
  (
    await from.ask<{ confirmSignInCode: Record<string, unknown> }>(
      `mutation ($code: String!) { confirmSignInCode(input: { code: $code }) { __typename ... on Viewer { person { name } }
        ... on WrongCode { triesLeft } ... on InvalidInput { fields { path } } } }`,
      { variables: { code }, now },
    )
  ).data?.confirmSignInCode;

async function newestMail(to: string) {
  const mail = await Mail.findOne({ to }).sort({ _id: -1 }).lean();
  const text = mail?.text ?? '';
  return { mail, token: /#([\w-]{43})/.exec(text)?.[1] ?? '', code: /^\d{6}$/m.exec(text)?.[0] ?? '' };
}

/** Somebody who has just asked for a link. */
async function somebodyWaiting() {
  const person = await addPerson({ name: 'Amal' });
  const asking = browser();
  await request(asking, person.email);
  return { ...person, asking, ...(await newestMail(person.email)) };
}

describe('asking for a link', () => {
  test('a known and an unknown address are answered alike, and each gets a mail', async () => {
    const { email } = await addPerson();
    const [known, unknown] = [await request(browser(), email), await request(browser(), 'nobody@example.org')];
    expect(known).toEqual({ __typename: 'SignInLinkRequested', email, expiresAt: minutes(15).toISOString() });
    expect(unknown).toEqual({ ...known, email: 'nobody@example.org' });
    expect((await newestMail(email)).token).toHaveLength(43);
    expect(await newestMail('nobody@example.org')).toMatchObject({
      token: '',
      code: '',
      mail: { text: expect.stringContaining('Nobody there has it') },
    });
  });

  test('an unknown address leads nobody in, by no code at all', async () => {
    const asking = browser();
    await request(asking, 'nobody.else@example.org');
    expect(await type(asking, '000000')).toEqual({ __typename: 'WrongCode', triesLeft: 4 });
  });

  test('capital letters and blanks around the address are forgiven', async () => {
    const { email } = await addPerson();
    await request(browser(), `  ${email.toUpperCase()} `);
    expect((await newestMail(email)).token).toHaveLength(43);
  });

  test.each(['', 'amal', 'amal@', 'a@b@c.org', 'amal@example.org\nBcc: all@example.org'])('%j is answered as no address', async (email) => {
    expect(await request(browser(), email)).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: 'email' }] });
  });

  test('the sixth mail within a quarter of an hour to one address is refused, known or not, from wherever it is asked', async () => {
    const { email } = await addPerson();
    for (const address of [email, 'unknown.six@example.org']) {
      for (let time = 0; time < 5; time += 1) expect((await request(browser(), address))?.['__typename']).toBe('SignInLinkRequested');
      expect(await request(browser(), address)).toMatchObject({ __typename: 'TooManyAttempts', retryAfterSeconds: expect.any(Number) });
      expect(await Mail.countDocuments({ to: address })).toBe(5);
    }
  });

  test('the thirty-first mail from one place is refused', async () => {
    const from = browser();
    for (let time = 0; time < 30; time += 1) await request(from, `wanted.${time}@example.org`);
    expect((await request(from, 'wanted.31@example.org'))?.['__typename']).toBe('TooManyAttempts');
  });

  test('the database keeps none of the secrets but in the outbox', async () => {
    const { token, code, asking } = await somebodyWaiting();
    const kept = JSON.stringify(await SignInRequest.find().lean());
    const secretOfBrowser = /sign_in=([^;]+)/.exec(asking.cookie)?.[1] ?? '';
    for (const secret of [token, `"${code}"`, secretOfBrowser]) expect(kept).not.toContain(secret);
    expect(secretOfBrowser).toHaveLength(43);
  });

  test.each(['fr', 'es', 'ar', 'en'] as const)('the mail is written in the language of the person: %s', async (language) => {
    const { email } = await addPerson({ account: { language } });
    await request(browser(), email);
    const { mail } = await newestMail(email);
    expect(mail?.language).toBe(language);
    expect(mail?.html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(Buffer.byteLength(`${mail?.text}${mail?.html}`)).toBeLessThan(50_000);
  });
});

describe('the link', () => {
  test('signs in the browser that asked for it', async () => {
    const { asking, token } = await somebodyWaiting();
    expect(await open(asking, token)).toEqual({ __typename: 'Viewer', person: { name: 'Amal' } });
    expect(await asking.signedInAs()).toBe('Amal');
  });

  test('works once', async () => {
    const { asking, token } = await somebodyWaiting();
    await open(asking, token);
    expect((await open(asking, token))?.['__typename']).toBe('LinkAlreadyUsed');
  });

  test('works once even when it is opened twice at the same moment', async () => {
    const { asking, token } = await somebodyWaiting();
    const other = browser();
    other.cookie = asking.cookie;
    const outcomes = await Promise.all([open(asking, token), open(other, token)]);
    expect(outcomes.map((outcome) => outcome?.['__typename']).sort()).toEqual(['LinkAlreadyUsed', 'Viewer']);
  });

  test('works for fifteen minutes and not a moment longer', async () => {
    const { asking, token } = await somebodyWaiting();
    expect((await open(asking, token, minutes(15)))?.['__typename']).toBe('LinkExpired');
    expect((await open(asking, token, new Date(minutes(15).getTime() - 1)))?.['__typename']).toBe('Viewer');
  });

  test('does not come to life again when the clock is moved back', async () => {
    const { asking, token } = await somebodyWaiting();
    expect((await open(asking, token, minutes(-1)))?.['__typename']).toBe('LinkExpired');
  });

  test('does nothing in another browser and still works in the one that asked', async () => {
    const { asking, token } = await somebodyWaiting();
    const other = browser();
    const refused = await open(other, token);
    expect(refused).toMatchObject({ __typename: 'OpenedInAnotherBrowser', message: expect.stringContaining('six digits') });
    expect(await other.signedInAs()).toBeUndefined();
    expect((await open(asking, token))?.['__typename']).toBe('Viewer');
  });

  test('does nothing in a browser that asked for another link', async () => {
    const { token } = await somebodyWaiting();
    const { asking: other } = await somebodyWaiting();
    expect((await open(other, token))?.['__typename']).toBe('OpenedInAnotherBrowser');
  });

  test.each([
    (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    (token: string) => token.slice(0, 20),
    () => '',
    () => 'x'.repeat(100_000),
  ])('with a changed secret is not ours (%#)', async (change) => {
    const { asking, token } = await somebodyWaiting();
    expect((await open(asking, change(token)))?.['__typename']).toBe('LinkNotValid');
  });

  test('an older link of the same browser still works after a newer one was asked for', async () => {
    const { asking, token, email } = await somebodyWaiting();
    await request(asking, email);
    expect((await open(asking, token))?.['__typename']).toBe('Viewer');
  });
});

describe('the code', () => {
  test('signs in the browser that asked, wherever the mail was read', async () => {
    const { asking, code } = await somebodyWaiting();
    expect(await type(asking, ` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({ __typename: 'Viewer', person: { name: 'Amal' } });
    expect(await asking.signedInAs()).toBe('Amal');
  });

  test('is read in Arabic digits too', async () => {
    const { asking, code } = await somebodyWaiting();
    const arabic = code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    expect((await type(asking, arabic))?.['__typename']).toBe('Viewer');
  });

  test('is worth nothing in another browser', async () => {
    const { code } = await somebodyWaiting();
    expect((await type(browser(), code))?.['__typename']).toBe('NoLinkRequested');
  });

  test('works once, and uses up the link of the same mail', async () => {
    const { asking, code, token } = await somebodyWaiting();
    const cookie = asking.cookie;
    await type(asking, code);
    asking.cookie = cookie;
    expect((await type(asking, code))?.['__typename']).toBe('NoLinkRequested');
    expect((await open(asking, token))?.['__typename']).toBe('LinkAlreadyUsed');
  });

  test('expires with its mail', async () => {
    const { asking, code } = await somebodyWaiting();
    expect((await type(asking, code, minutes(15)))?.['__typename']).toBe('NoLinkRequested');
  });

  test.each(['', '12345', '1234567', 'abcdef'])('%j is none', async (code) => {
    const { asking } = await somebodyWaiting();
    expect(await type(asking, code)).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: 'code' }] });
  });

  test('five wrong ones spoil the mail, the right one after them too', async () => {
    const { asking, code } = await somebodyWaiting();
    const wrong = code === '000000' ? '111111' : '000000';
    const left = [];
    for (let time = 0; time < 5; time += 1) left.push((await type(asking, wrong))?.['triesLeft']);
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect((await type(asking, code))?.['__typename']).toBe('NoLinkRequested');
  });

  test('a thousand tries at once are no more than five', async () => {
    const { asking, code } = await somebodyWaiting();
    const wrong = Array.from({ length: 1000 }, (_, position) => String((Number(code) + 1 + position) % 1_000_000).padStart(6, '0'));
    const outcomes: unknown[] = [];
    for (let start = 0; start < wrong.length; start += 50) {
      outcomes.push(...(await Promise.all(wrong.slice(start, start + 50).map(async (each) => (await type(asking, each))?.['__typename']))));
    }
    expect(outcomes.filter((outcome) => outcome === 'WrongCode')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'TooManyAttempts').length).toBeGreaterThanOrEqual(940);
    expect(outcomes).not.toContain('Viewer');
    const elsewhere = browser();
    elsewhere.cookie = asking.cookie;
    expect((await type(elsewhere, code))?.['__typename']).toBe('NoLinkRequested');
  }, 60_000);
});

test('a thousand invented links open nothing, and most of them are not even looked up', async () => {
  const from = browser();
  const outcomes = new Map<unknown, number>();
  for (let time = 0; time < 1000; time += 1) {
    const outcome = (await open(from, `invented-${time}`))?.['__typename'];
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect(Object.fromEntries(outcomes)).toEqual({ LinkNotValid: 60, TooManyAttempts: 940 });
}, 60_000);
