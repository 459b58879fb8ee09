import { defaultsOf } from './countryDefaults.js';

test.each([
  ['EG', 'ar', 'Africa/Cairo', ['FRIDAY', 'SATURDAY']],
  ['LB', 'ar', 'Asia/Beirut', ['SATURDAY', 'SUNDAY']],
  ['BD', 'en', 'Asia/Dhaka', ['FRIDAY', 'SATURDAY']],
  ['TG', 'fr', 'Africa/Lome', ['SATURDAY', 'SUNDAY']],
  ['CL', 'es', 'America/Santiago', ['SATURDAY', 'SUNDAY']],
  ['US', 'en', 'America/New_York', ['SATURDAY', 'SUNDAY']],
  ['PH', 'en', 'Asia/Manila', ['SATURDAY', 'SUNDAY']],
  ['NP', 'en', 'Asia/Katmandu', ['SATURDAY']],
])('an account of %s starts in %s, in the zone %s, with the weekend %j', (country, language, timeZone, weekend) => {
  expect(defaultsOf(country)).toEqual({ language, timeZone, weekend, workingHours: { start: '09:00', end: '17:00' } });
});

test.each([null, 'ZZ', '', 'x'])('an unknown country (%p) gives English, UTC and Saturday-Sunday', (country) => {
  expect(defaultsOf(country)).toMatchObject({ language: 'en', timeZone: 'UTC', weekend: ['SATURDAY', 'SUNDAY'] });
});

test('every country gets a zone that the clock knows', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const country of letters.flatMap((one) => letters.map((other) => one + other))) {
    const { timeZone } = defaultsOf(country);
    expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  }
});
