import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { KeepApartInput } from '../../generated/graphql.js';
import { checkedReason, recordAct } from '../../people/index.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import type { PossibleDuplicateAnswer } from '../duplicates/duplicates.js';
import { duplicateMatter, takePairIn } from '../duplicates/duplicates.js';
import { PossibleDuplicate } from '../PossibleDuplicate.js';
import { canCurate } from '../policy.js';
import { DuplicateDecided } from '../refusals.js';

export async function keepApart(
  context: Context,
  input: KeepApartInput,
): Promise<PossibleDuplicateAnswer | InvalidInput | DuplicateDecided> {
  const viewer = signedInViewer(context);
  authorize(canCurate(viewer));
  const check = new InputCheck(context.language);
  const reason = checkedReason(check, input.reason, true);
  if (reason === null || check.refusal) return check.refusal as InvalidInput;
  const id = input.duplicateId;
  const refusal = await inTurn(duplicateMatter, async () => {
    const pair = isValidObjectId(id) ? await PossibleDuplicate.findById(id).lean() : null;
    // A pair of which one has gone by a merging is decided too.
    if (pair === null || pair.keptApart != null || !context.directory.hasPair(id)) return new DuplicateDecided(context.language);
    const now = context.now();
    await PossibleDuplicate.updateOne({ _id: pair._id }, { keptApart: { at: now, byId: viewer.personId, reason } });
    await recordAct(viewer, now, {
      act: 'keepApart',
      subject: { type: 'PossibleDuplicate', id },
      reason,
      changes: [{ field: 'pair', before: null, after: `${String(pair.left)} ${String(pair.right)}` }],
    });
    return null;
  });
  return refusal ?? takePairIn(context, id);
}
