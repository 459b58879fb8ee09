import { readEnvironment } from './env.js';

test('without a word a demonstration network runs on this machine alone', () => {
  expect(readEnvironment({})).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    demonstration: true,
    dataDirectory: expect.stringMatching(/\.plenum$/),
    logLevel: 'info',
  });
});

test('a network with a database or a mail server of its own is no demonstration unless it says so', () => {
  expect(readEnvironment({ MONGODB_URI: 'mongodb://db/plenum' })).toMatchObject({ demonstration: false, host: '0.0.0.0' });
  expect(readEnvironment({ SMTP_URL: 'smtp://mail' }).demonstration).toBe(false);
  expect(readEnvironment({ MONGODB_URI: 'mongodb://db/plenum', DEMONSTRATION: 'yes' }).demonstration).toBe(true);
});

test('the public address loses the slash at its end', () => {
  expect(readEnvironment({ PUBLIC_URL: 'https://plenum.example//' }).publicUrl).toBe('https://plenum.example');
});

test.each([
  [{ PORT: '80000' }, 'PORT must be a whole number from 0 to 65535, not "80000".'],
  [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535, not "-1".'],
  [{ PORT: '0x10' }, 'PORT must be a whole number from 0 to 65535, not "0x10".'],
  [{ DEMONSTRATION: 'perhaps' }, 'DEMONSTRATION must be true or false, not "perhaps".'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".'],
  [{ PUBLIC_URL: 'plenum.example' }, 'PUBLIC_URL must be an address that begins with http:// or https://.'],
  [{ MONGODB_URI: 'postgres://user:secret@db' }, 'MONGODB_URI must be an address that begins with mongodb:// or mongodb+srv://.'],
])('%j is refused with the name of the setting and without its secrets', (env, message) => {
  expect(() => readEnvironment(env)).toThrow(message);
});
