import { Writable } from 'node:stream';
import { createLog } from './log.js';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  write(createLog('info', sink));
  return text;
}

test('cookies, tokens and authorisation never reach the log', () => {
  const text = logged((log) => {
    log.info(
      { cookie: 'hidden-1', token: 'hidden-2', headers: { cookie: 'hidden-3', authorization: 'hidden-4', 'set-cookie': 'hidden-5' } },
      'asked',
    );
    log.info(
      { request: { headers: { cookie: 'hidden-6', authorization: 'hidden-7', 'set-cookie': ['hidden-8'] } }, input: { token: 'hidden-9' } },
      'asked',
    );
  });
  expect(text).toContain('asked');
  expect(text).not.toMatch(/hidden/);
});
