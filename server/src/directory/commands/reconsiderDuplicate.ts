import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { ReconsiderDuplicateInput } from '../../generated/graphql.js';
import { recordAct } from '../../people/index.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { PossibleDuplicateAnswer } from '../duplicates/duplicates.js';
import { duplicateMatter, takePairIn } from '../duplicates/duplicates.js';
import { PossibleDuplicate } from '../PossibleDuplicate.js';
import { canCurate } from '../policy.js';
import { DuplicateDecided } from '../refusals.js';

export async function reconsiderDuplicate(
  context: Context,
  { duplicateId: id }: ReconsiderDuplicateInput,
): Promise<PossibleDuplicateAnswer | DuplicateDecided> {
  const viewer = signedInViewer(context);
  authorize(canCurate(viewer));
  const refusal = await inTurn(duplicateMatter, async () => {
    const pair = isValidObjectId(id) ? await PossibleDuplicate.findById(id).lean() : null;
    if (pair?.keptApart == null || !context.directory.hasPair(id)) return new DuplicateDecided(context.language);
    await PossibleDuplicate.updateOne({ _id: pair._id }, { keptApart: null });
    await recordAct(viewer, context.now(), { act: 'reconsiderDuplicate', subject: { type: 'PossibleDuplicate', id } });
    return null;
  });
  return refusal ?? takePairIn(context, id);
}
