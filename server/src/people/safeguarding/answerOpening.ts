import { Types } from 'mongoose';
import type { Context } from '../../context.js';
import { recordAct } from '../audit/recordAct.js';
import { postOpeningAnswered } from '../mails/openingNotices.js';
import { AnotherPersonNeeded, OpeningLapsed, OpeningNotWaiting } from './refusals.js';
import type { ChildRecordsOpeningRecord } from './ChildRecordsOpening.js';
import { staysOpenFor } from './opening.js';
import { changeOpening, inOpeningTurn, openingById, stateOf } from './openings.js';
import { safeguardingLead } from './openRecord.js';

/** Why an answer does not count. */
export type NoAnswer = AnotherPersonNeeded | OpeningLapsed | OpeningNotWaiting;

/** The answer of the other designated person, and never of the one who asked; `refusedBecause` makes it a no. */
export async function answerOpening(
  context: Context,
  openingId: string,
  refusedBecause: string | null,
): Promise<ChildRecordsOpeningRecord | NoAnswer> {
  const viewer = safeguardingLead(context);
  return inOpeningTurn(async () => {
    const opening = await openingById(openingId);
    const { language } = context;
    if (String(opening.askedById) === viewer.personId) return new AnotherPersonNeeded(language);
    const state = await stateOf(context, opening);
    if (state === 'LAPSED') return new OpeningLapsed(language);
    if (state !== 'WAITING') return new OpeningNotWaiting(language);

    const answeredAt = context.now();
    const isNo = refusedBecause !== null;
    await recordAct(viewer, answeredAt, {
      act: isNo ? 'refuseToOpenChildRecords' : 'agreeToOpenChildRecords',
      subject: { type: 'ChildRecordsOpening', id: opening.id },
      reason: refusedBecause ?? opening.reason,
    });
    await postOpeningAnswered(context, String(opening.askedById), viewer.personId, isNo ? 'REFUSED' : 'AGREED');
    return changeOpening(opening, {
      answer: isNo ? 'REFUSED' : 'AGREED',
      answeredById: new Types.ObjectId(viewer.personId),
      answeredAt,
      refusedBecause,
      closesAt: isNo ? null : new Date(answeredAt.getTime() + staysOpenFor),
    });
  });
}
