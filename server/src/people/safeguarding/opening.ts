import type { ChildRecordsOpeningRecord } from './ChildRecordsOpening.js';

/** How long what was asked waits for an answer, in milliseconds: one day. */
export const waitsFor = 24 * 3_600_000;

/** How long the restricted store stays open once the other has agreed, in milliseconds: one hour. */
export const staysOpenFor = 3_600_000;

export type OpeningState = 'WAITING' | 'OPEN' | 'REFUSED' | 'LAPSED' | 'CLOSED';

/**
 * How an opening stands at a moment at which these people hold the office. It is over as soon as one of its two does not;
 * and a clock that went back behind the answer opens nothing.
 */
export function stateAt(
  opening: Omit<ChildRecordsOpeningRecord, '_id' | 'id' | 'reason' | 'refusedBecause'>,
  leads: ReadonlySet<string>,
  at: Date,
): OpeningState {
  const { askedById, lapsesAt, answer, answeredById, answeredAt, closesAt, closedAt } = opening;
  if (answer === 'REFUSED') return 'REFUSED';
  if (closedAt !== null || !leads.has(String(askedById))) return 'CLOSED';
  if (answer === null) return at < lapsesAt ? 'WAITING' : 'LAPSED';
  const isDuringItsHour = answeredAt !== null && closesAt !== null && answeredAt <= at && at < closesAt;
  return isDuringItsHour && leads.has(String(answeredById)) ? 'OPEN' : 'CLOSED';
}
