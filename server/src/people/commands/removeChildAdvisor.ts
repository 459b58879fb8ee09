import type { Context } from '../../context.js';
import type { RemoveChildAdvisorInput } from '../../generated/graphql.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { inTransaction } from '../../platform/transaction.js';
import { recordAct } from '../audit/recordAct.js';
import { checkedReason } from '../reason.js';
import { ChildRecordsClosed } from '../safeguarding/refusals.js';
import { ChildRecord } from '../safeguarding/ChildRecord.js';
import { openedStore } from '../safeguarding/openings.js';
import { recordById } from '../safeguarding/openRecord.js';

interface ChildRecordRemoved {
  readonly __typename: 'ChildRecordRemoved';
  readonly removedAt: Date;
}

export async function removeChildAdvisor(
  context: Context,
  input: RemoveChildAdvisorInput,
): Promise<ChildRecordRemoved | InvalidInput | ChildRecordsClosed> {
  const store = await openedStore(context);
  if (store instanceof ChildRecordsClosed) return store;
  const record = await recordById(input.childRecordId);
  const check = new InputCheck(context.language);
  const reason = checkedReason(check, input.reason, true);
  if (check.refusal) return check.refusal;
  const removedAt = context.now();
  await inTransaction(async () => {
    await ChildRecord.deleteOne({ _id: record._id });
    await recordAct(store.viewer, removedAt, { act: 'removeChildAdvisor', subject: { type: 'ChildRecord', id: record.id }, reason });
  });
  return { __typename: 'ChildRecordRemoved', removedAt };
}
