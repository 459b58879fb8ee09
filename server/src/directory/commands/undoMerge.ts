import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { UndoMergeInput } from '../../generated/graphql.js';
import { checkedReason, recordAct } from '../../people/index.js';
import { authorize, notFound } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { duplicateMatter } from '../duplicates/duplicates.js';
import { nameOfField } from '../duplicates/fieldNames.js';
import type { OrganisationMergeRecord } from '../duplicates/OrganisationMerge.js';
import { OrganisationMerge } from '../duplicates/OrganisationMerge.js';
import { changedSince, takeBack } from '../duplicates/references.js';
import { takeEntriesIn } from '../duplicates/takeEntriesIn.js';
import { isSame } from '../keeping/sections.js';
import type { OrganisationShape } from '../Organisation.js';
import { Organisation } from '../Organisation.js';
import { canCurate } from '../policy.js';
import { ChangedSinceMerge, MergeUndoneBefore } from '../refusals.js';
import { mattersOf } from './mergeOrganisations.js';

export async function undoMerge(
  context: Context,
  input: UndoMergeInput,
): Promise<OrganisationMergeRecord | InvalidInput | MergeUndoneBefore | ChangedSinceMerge> {
  const viewer = signedInViewer(context);
  authorize(canCurate(viewer));
  const shown = isValidObjectId(input.mergeId) ? await OrganisationMerge.findById(input.mergeId).lean<OrganisationMergeRecord>() : null;
  if (shown === null) throw notFound();
  const check = new InputCheck(context.language);
  const reason = checkedReason(check, input.reason, true);
  if (check.refusal) return check.refusal;

  const ids = [String(shown.staysId), String(shown.goesId)];
  const outcome = await inTurn([duplicateMatter, ...ids.flatMap(mattersOf)], async () => {
    const merge = await OrganisationMerge.findById(shown._id).lean<OrganisationMergeRecord>();
    if (merge === null) throw notFound();
    if (merge.undoneAt !== null) return new MergeUndoneBefore(context.language);
    const changed = await changesSince(merge);
    if (changed.length > 0)
      return new ChangedSinceMerge(
        context.language,
        changed.map((words) => words[context.language]),
      );
    await putBack(merge.staysBefore);
    await putBack(merge.goesBefore);
    await takeBack(merge.followed, merge.goesId);
    const now = context.now();
    await recordAct(viewer, now, {
      act: 'undoMerge',
      subject: { type: 'Organisation', id: String(merge.staysId) },
      reason,
      changes: [{ field: 'merged', before: String(merge.staysId), after: String(merge.goesId) }],
    });
    const undone = { undoneAt: now, undoneById: viewer.personId };
    return OrganisationMerge.findOneAndUpdate({ _id: merge._id }, undone, { returnDocument: 'after' }).lean<OrganisationMergeRecord>();
  });
  if (outcome === null) throw notFound();
  if ('_id' in outcome) await takeEntriesIn(context, ids);
  return outcome;
}

async function changesSince({ staysId, goesId, staysAfter, goesAfter, followed }: OrganisationMergeRecord) {
  const [stays, goes] = [await entry(staysId), await entry(goesId)];
  const fields = new Set([...differing(stays, staysAfter), ...differing(goes, goesAfter)].map(nameOfField));
  return [...fields, ...(await changedSince(followed, staysId)).map(({ what }) => what)];
}

async function entry(id: OrganisationMergeRecord['staysId']): Promise<OrganisationShape> {
  const found = await Organisation.findById(id).lean<OrganisationShape>();
  if (found === null) throw notFound();
  return found;
}

const passedOver = new Set(['updatedAt', 'createdAt', '__v']);

/** The fields in which the entry is no longer as the merging left it. */
function differing(now: OrganisationShape, then: OrganisationShape): string[] {
  const fields = new Set([...Object.keys(now), ...Object.keys(then)]);
  return [...fields].filter((field) => !passedOver.has(field) && !isSame(Reflect.get(now, field), Reflect.get(then, field)));
}

/** Exactly as it was, with the days on which it was made and last changed. */
async function putBack(before: OrganisationShape): Promise<void> {
  await Organisation.replaceOne({ _id: before._id }, before, { timestamps: false });
}
