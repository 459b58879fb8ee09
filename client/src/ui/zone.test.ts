import { offsetName, offsetOf } from './zone.js';

it.each([
  ['Asia/Kathmandu', '2025-01-01T00:00:00Z', 345, 'UTC+5:45'],
  ['America/St_Johns', '2025-01-01T00:00:00Z', -210, 'UTC−3:30'],
  ['Europe/Zurich', '2025-07-01T00:00:00Z', 120, 'UTC+2'],
  ['UTC', '2025-07-01T00:00:00Z', 0, 'UTC'],
])('%s on %s is %i minutes from UTC, written %s', (zone, moment, minutes, name) => {
  expect(offsetOf(zone, new Date(moment))).toBe(minutes);
  expect(offsetName(minutes)).toBe(name);
});
