import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { ConfirmProfileSectionInput } from '../../generated/graphql.js';
import { recordAct } from '../../people/index.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import {
  changedMeanwhile,
  confirmed,
  dayOf,
  knownOrganisation,
  networksOf,
  profileMatter,
  standingEntry,
  takeIn,
} from '../keeping/keep.js';
import { valuesOfShape, versionOf } from '../keeping/sections.js';
import { Organisation } from '../Organisation.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { canChangeProfile } from '../policy.js';
import type { ProfileChangedMeanwhile } from '../refusals.js';

export async function confirmProfileSection(
  context: Context,
  { organisationId, section, version }: ConfirmProfileSectionInput,
): Promise<OrganisationRecord | ProfileChangedMeanwhile> {
  const viewer = signedInViewer(context);
  const { id, affiliations } = knownOrganisation(context, organisationId);
  authorize(canChangeProfile(viewer, id));
  const now = context.now();
  const refusal = await inTurn(profileMatter(id), async () => {
    const shape = await standingEntry(id);
    const current = versionOf(valuesOfShape(shape), section, networksOf(affiliations));
    if (current !== version) return changedMeanwhile(context, shape, section, {});
    const { confirmations, changes } = confirmed(shape, section, dayOf(now));
    await Organisation.updateOne({ _id: shape._id }, { confirmations });
    await recordAct(viewer, now, { act: 'confirmProfileSection', subject: { type: 'Organisation', id }, onBehalfOf: id, changes });
    return null;
  });
  return refusal ?? takeIn(context, id);
}
