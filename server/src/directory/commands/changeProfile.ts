import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { ChangeProfileInput } from '../../generated/graphql.js';
import { recordAct } from '../../people/index.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { checkedSection } from '../keeping/checkedSection.js';
import { changedMeanwhile, dayOf, knownOrganisation, profileMatter, standingEntry, takeIn, writeSection } from '../keeping/keep.js';
import { valuesOfShape, versionOf } from '../keeping/sections.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { canChangeProfile } from '../policy.js';
import type { ProfileChangedMeanwhile } from '../refusals.js';

export async function changeProfile(
  context: Context,
  input: ChangeProfileInput,
): Promise<OrganisationRecord | InvalidInput | ProfileChangedMeanwhile> {
  const viewer = signedInViewer(context);
  const { id } = knownOrganisation(context, input.organisationId);
  authorize(canChangeProfile(viewer, id));
  const now = context.now();
  const check = new InputCheck(context.language);
  const checked = checkedSection(check, input.change, now.getUTCFullYear());
  if (checked === null || check.refusal) return check.refusal as InvalidInput;

  const { section, values } = checked;
  const refusal = await inTurn(profileMatter(id), async () => {
    const shape = await standingEntry(id);
    if (versionOf(valuesOfShape(shape), section, []) !== input.version) return changedMeanwhile(context, shape, section, values);
    const changes = await writeSection(shape, section, values, dayOf(now));
    await recordAct(viewer, now, { act: 'changeProfile', subject: { type: 'Organisation', id }, onBehalfOf: id, changes });
    return null;
  });
  return refusal ?? takeIn(context, id);
}
