import type { Context } from '../../context.js';
import type { RegisterChildAdvisorInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { inTransaction } from '../../platform/transaction.js';
import { recordAct } from '../audit/recordAct.js';
import { findOrganisation } from '../organisations.js';
import { checkRecord } from '../safeguarding/checkedRecord.js';
import type { ChildRecordRecord } from '../safeguarding/ChildRecord.js';
import { ChildRecord } from '../safeguarding/ChildRecord.js';
import { safeguardingLead } from '../safeguarding/openRecord.js';

export async function registerChildAdvisor(context: Context, input: RegisterChildAdvisorInput): Promise<ChildRecordRecord | InvalidInput> {
  const viewer = safeguardingLead(context);
  if (findOrganisation(input.supportingOrganisationId, viewer, context.language) === null) throw notFound();
  const check = new InputCheck(context.language);
  checkRecord(check, input);
  if (check.refusal) return check.refusal;
  return inTransaction(async () => {
    const record = await ChildRecord.create(input);
    await recordAct(viewer, context.now(), { act: 'registerChildAdvisor', subject: { type: 'ChildRecord', id: record.id } });
    return record.toObject<ChildRecordRecord>({ virtuals: true });
  });
}
