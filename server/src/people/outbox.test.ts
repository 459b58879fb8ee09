import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { deliverMails } from '../platform/mail/deliver.js';
import { Mail } from '../platform/mail/Mail.js';
import { emptyOutbox, postMail, strikeOldSecretsOut } from '../platform/mail/outbox.js';
import { carryBySmtp } from '../platform/mail/smtp.js';
import { createLog } from '../platform/log.js';
import { testDatabase } from '../platform/testing/database.js';
import { execute } from '../platform/testing/execute.js';
import { testMoment } from '../platform/testing/request.js';
import { addPerson } from './testing/addPerson.js';

testDatabase();
beforeEach(() => Mail.deleteMany({}));

const log = createLog('silent');
const letter = { subject: 'Hello', greeting: 'Hello,', paragraphs: ['The secret is SESAME.'], footnote: 'Bye.' };
const post = (address: string, secrets: string[] = []) => postMail(letter, { address, language: 'en' }, testMoment, secrets);
const minutes = (count: number) => new Date(testMoment.getTime() + count * 60_000);

type Outbox = { outbox: { totalCount: number; edges: { node: { to: string; subject: string; state: string; text: string } }[] } };
const outbox = (asking: object = {}) => execute<Outbox>('{ outbox { totalCount edges { node { to subject state text } } } }', asking);

test('everybody reads the outbox of the demonstration network', async () => {
  await post('amal@example.org');
  const { data } = await outbox();
  expect(data?.outbox).toMatchObject({ totalCount: 1, edges: [{ node: { to: 'amal@example.org', subject: 'Hello', state: 'KEPT' } }] });
});

test('on a real network only an operator reads it', async () => {
  const environment = { DEMONSTRATION: 'false' };
  const secretariat = await addPerson({ offices: [{ kind: 'SECRETARIAT' }] });
  const operator = await addPerson({ offices: [{ kind: 'OPERATOR' }] });
  for (const viewer of [null, secretariat.viewer]) {
    expect((await outbox({ environment, viewer })).errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
  expect((await outbox({ environment, viewer: operator.viewer })).data?.outbox.totalCount).toBe(0);
});

test('a mail is delivered once although two processes try, and its secrets are struck out then', async () => {
  for (let count = 0; count < 10; count += 1) await post(`reader.${count}@example.org`, ['SESAME']);
  const carried: string[] = [];
  const carry = (mail: { to: string; text: string }) => {
    carried.push(mail.to);
    expect(mail.text).toContain('SESAME');
    return Promise.resolve();
  };
  const taken = await Promise.all([deliverMails(carry, testMoment, log), deliverMails(carry, testMoment, log)]);
  expect(taken[0] + taken[1]).toBe(10);
  expect(new Set(carried).size).toBe(10);
  expect(carried).toHaveLength(10);
  const kept = await Mail.find().lean();
  expect(JSON.stringify(kept)).not.toContain('SESAME');
  expect((await outbox()).data?.outbox.edges[0]?.node.state).toBe('SENT');
});

test('a mail that is not taken is tried again after one, two, four minutes and given up after eight tries', async () => {
  await post('amal@example.org');
  const refuse = () => Promise.reject(new Error('450 mailbox busy'));
  expect(await deliverMails(refuse, testMoment, log)).toBe(0);
  expect(await Mail.findOne().lean()).toMatchObject({ tries: 1, failure: '450 mailbox busy', dueAt: minutes(1) });
  let now = testMoment;
  for (let tries = 1; tries < 8; tries += 1) {
    now = (await Mail.findOne().lean())?.dueAt ?? now;
    await deliverMails(refuse, now, log);
  }
  expect(await Mail.findOne().lean()).toMatchObject({ tries: 8, dueAt: null });
  expect((await outbox()).data?.outbox.edges[0]?.node.state).toBe('FAILED');
});

test('secrets of mails that were only kept here are struck out after fifteen days, and the mails go after ninety', async () => {
  await post('amal@example.org', ['SESAME']);
  const days = (count: number) => minutes(count * 24 * 60);
  await strikeOldSecretsOut(days(14));
  expect((await Mail.findOne().lean())?.text).toContain('SESAME');
  await strikeOldSecretsOut(days(16));
  expect((await Mail.findOne().lean())?.text).toContain('The secret is *****.');
  await emptyOutbox(days(89), 90);
  expect(await Mail.countDocuments()).toBe(1);
  await emptyOutbox(days(91), 90);
  expect(await Mail.countDocuments()).toBe(0);
});

/** A mail server that takes everything and remembers it. */
async function mailServer() {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let inData = false;
    let heard = '';
    socket.write('220 test\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      for (;;) {
        const end = inData ? heard.indexOf('\r\n.\r\n') : heard.indexOf('\r\n');
        if (end < 0) return;
        const said = heard.slice(0, end);
        heard = heard.slice(end + (inData ? 5 : 2));
        if (inData) {
          received.push(said);
          inData = false;
          socket.write('250 taken\r\n');
        } else if (said === 'DATA') {
          inData = true;
          socket.write('354 go on\r\n');
        } else socket.write('250 yes\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `smtp://127.0.0.1:${port}`, received, close };
}

test('a configured mail server receives text and HTML from the configured sender', async () => {
  await post('amal@example.org');
  const server = await mailServer();
  const { carry, close } = carryBySmtp(server.url, 'Plenum <plenum@example.org>');
  expect(await deliverMails(carry, testMoment, log)).toBe(1);
  close();
  server.close();
  expect(server.received).toHaveLength(1);
  for (const part of ['From: Plenum <plenum@example.org>', 'To: amal@example.org', 'Subject: Hello', 'text/plain', 'text/html']) {
    expect(server.received[0]).toContain(part);
  }
});
