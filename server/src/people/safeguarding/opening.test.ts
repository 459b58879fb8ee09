import { Types } from 'mongoose';
import { stateAt } from './opening.js';

const sana = new Types.ObjectId();
const nils = new Types.ObjectId();
const both = new Set([String(sana), String(nils)]);
const at = (time: string) => new Date(`2026-03-02T${time}Z`);

const asked = {
  askedById: sana,
  askedAt: at('09:00'),
  lapsesAt: new Date('2026-03-03T09:00Z'),
  answer: null,
  answeredById: null,
  answeredAt: null,
  closesAt: null,
  closedAt: null,
};
const agreed = { ...asked, answer: 'AGREED' as const, answeredById: nils, answeredAt: at('10:00'), closesAt: at('11:00') };
const refused = { ...asked, answer: 'REFUSED' as const, answeredById: nils, answeredAt: at('10:00') };

test.each([
  ['what was asked waits', asked, both, at('09:00'), 'WAITING'],
  ['what was asked waits until the day is over', asked, both, new Date('2026-03-03T08:59:59.999Z'), 'WAITING'],
  ['what nobody answered within a day has lapsed', asked, both, new Date('2026-03-03T09:00Z'), 'LAPSED'],
  ['what was taken back is closed', { ...asked, closedAt: at('09:30') }, both, at('09:30'), 'CLOSED'],
  ['what somebody asked who left the office is closed', asked, new Set([String(nils)]), at('09:30'), 'CLOSED'],
  ['what was agreed to is open', agreed, both, at('10:00'), 'OPEN'],
  ['what was agreed to is open until its hour is over', agreed, both, at('10:59:59.999'), 'OPEN'],
  ['what was agreed to is closed after its hour', agreed, both, at('11:00'), 'CLOSED'],
  ['what was agreed to and closed early is closed', { ...agreed, closedAt: at('10:10') }, both, at('10:10'), 'CLOSED'],
  ['an opening ends when the one who asked leaves the office', agreed, new Set([String(nils)]), at('10:10'), 'CLOSED'],
  ['an opening ends when the one who agreed leaves the office', agreed, new Set([String(sana)]), at('10:10'), 'CLOSED'],
  ['a clock that went back behind the answer opens nothing', agreed, both, at('09:59'), 'CLOSED'],
  ['what was refused stays so', refused, both, at('10:10'), 'REFUSED'],
] as const)('%s', (_what, opening, leads, moment, state) => {
  expect(stateAt(opening, leads, moment)).toBe(state);
});
