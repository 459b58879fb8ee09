import type { Context } from '../../context.js';
import { inTransaction } from '../../platform/transaction.js';
import { recordAct } from '../audit/recordAct.js';
import { ChildRecordsClosed } from '../safeguarding/refusals.js';
import type { ChildRecordRecord } from '../safeguarding/ChildRecord.js';
import { ChildRecord } from '../safeguarding/ChildRecord.js';
import { openedStore } from '../safeguarding/openings.js';

interface ChildRecordsRead {
  readonly __typename: 'ChildRecordsRead';
  readonly records: ChildRecordRecord[];
  readonly readAt: Date;
}

/** What is read is answered only once the audit trail has it that it was. */
export async function readChildRecords(context: Context): Promise<ChildRecordsRead | ChildRecordsClosed> {
  const store = await openedStore(context);
  if (store instanceof ChildRecordsClosed) return store;
  const { viewer, opening } = store;
  const readAt = context.now();
  await inTransaction(() =>
    recordAct(viewer, readAt, {
      act: 'readChildRecords',
      subject: { type: 'ChildRecordsOpening', id: opening.id },
      reason: opening.reason,
    }),
  );
  const records = await ChildRecord.find().sort({ mandateStartsOn: -1, _id: -1 }).lean<ChildRecordRecord[]>();
  return { __typename: 'ChildRecordsRead', records, readAt };
}
