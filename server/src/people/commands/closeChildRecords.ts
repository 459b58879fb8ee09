import type { Context } from '../../context.js';
import type { CloseChildRecordsInput } from '../../generated/graphql.js';
import { recordAct } from '../audit/recordAct.js';
import { ChildRecordsClosed } from '../safeguarding/refusals.js';
import type { ChildRecordsOpeningRecord } from '../safeguarding/ChildRecordsOpening.js';
import { changeOpening, inOpeningTurn, isOneOfTheTwo, openingById, stateOf } from '../safeguarding/openings.js';
import { safeguardingLead } from '../safeguarding/openRecord.js';

/** Whoever asked takes it back while it waits; both may close what is open. */
export async function closeChildRecords(
  context: Context,
  { openingId }: CloseChildRecordsInput,
): Promise<ChildRecordsOpeningRecord | ChildRecordsClosed> {
  const viewer = safeguardingLead(context);
  return inOpeningTurn(async () => {
    const opening = await openingById(openingId);
    const isUnderWay = ['WAITING', 'OPEN'].includes(await stateOf(context, opening));
    if (!isUnderWay || !isOneOfTheTwo(viewer, opening)) return new ChildRecordsClosed(context.language);
    const closedAt = context.now();
    await recordAct(viewer, closedAt, { act: 'closeChildRecords', subject: { type: 'ChildRecordsOpening', id: opening.id } });
    return changeOpening(opening, { closedAt });
  });
}
