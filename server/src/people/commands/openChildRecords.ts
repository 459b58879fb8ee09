import type { Context } from '../../context.js';
import type { OpenChildRecordsInput } from '../../generated/graphql.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { inTransaction } from '../../platform/transaction.js';
import { recordAct } from '../audit/recordAct.js';
import { checkedReason } from '../reason.js';
import type { ChildRecordRecord } from '../safeguarding/ChildRecord.js';
import { ChildRecord } from '../safeguarding/ChildRecord.js';
import { safeguardingLead } from '../safeguarding/openRecord.js';

interface ChildRecordsOpened {
  readonly __typename: 'ChildRecordsOpened';
  readonly records: ChildRecordRecord[];
  readonly openedAt: Date;
}

/** What is read is answered only once the audit trail has it that it was. */
export async function openChildRecords(context: Context, input: OpenChildRecordsInput): Promise<ChildRecordsOpened | InvalidInput> {
  const viewer = safeguardingLead(context);
  const check = new InputCheck(context.language);
  const reason = checkedReason(check, input.reason, true);
  if (check.refusal) return check.refusal;
  const openedAt = context.now();
  await inTransaction(() => recordAct(viewer, openedAt, { act: 'openChildRecords', subject: { type: 'ChildRecord', id: 'all' }, reason }));
  const records = await ChildRecord.find().sort({ mandateStartsOn: -1, _id: -1 }).lean<ChildRecordRecord[]>();
  return { __typename: 'ChildRecordsOpened', records, openedAt };
}
