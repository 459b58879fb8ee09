import { agreesTo, hasMandateAt, isValidAt } from './consent.js';

const consent = {
  purpose: 'PUBLICATION' as const,
  childSignedOn: '2026-01-10',
  guardianSignedOn: '2026-01-12',
  expiresOn: '2026-06-30',
  withdrawnAt: null as Date | null,
};
const at = (moment: string) => new Date(moment);

test.each([
  ['before the guardian has signed', '2026-01-11T23:59:59.999Z', false],
  ['from the day on which both have signed', '2026-01-12T00:00:00.000Z', true],
  ['on its last day', '2026-06-30T23:59:59.999Z', true],
  ['after its last day', '2026-07-01T00:00:00.000Z', false],
])('%s a consent holds or does not', (_when, moment, holds) => {
  expect(isValidAt(consent, at(moment))).toBe(holds);
});

test('a consent that was taken back holds until that moment and not at it', () => {
  const withdrawn = { ...consent, withdrawnAt: at('2026-03-01T10:00:00.000Z') };
  expect(isValidAt(withdrawn, at('2026-03-01T09:59:59.999Z'))).toBe(true);
  expect(isValidAt(withdrawn, at('2026-03-01T10:00:00.000Z'))).toBe(false);
});

test('a consent to one purpose is none to another', () => {
  expect(agreesTo({ consents: [consent] }, 'PUBLICATION', at('2026-03-01'))).toBe(true);
  expect(agreesTo({ consents: [consent] }, 'MEDIA', at('2026-03-01'))).toBe(false);
  expect(agreesTo({ consents: [] }, 'PUBLICATION', at('2026-03-01'))).toBe(false);
});

test('a mandate lasts from its first day to its last', () => {
  const mandate = { mandateStartsOn: '2026-01-01', mandateEndsOn: '2026-12-31' };
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => hasMandateAt(mandate, at(day)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
