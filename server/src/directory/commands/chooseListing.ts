import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { ChooseListingInput } from '../../generated/graphql.js';
import { recordAct } from '../../people/index.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import { knownOrganisation, profileMatter, standingEntry, takeIn } from '../keeping/keep.js';
import type { KeepingOf } from '../keeping/keepingOf.js';
import { keepingFor } from '../keeping/keepingOf.js';
import { Organisation } from '../Organisation.js';
import { canChangeProfile } from '../policy.js';

export async function chooseListing(context: Context, { organisationId, listing }: ChooseListingInput): Promise<KeepingOf> {
  const viewer = signedInViewer(context);
  const { id } = knownOrganisation(context, organisationId);
  authorize(canChangeProfile(viewer, id));
  await inTurn(profileMatter(id), async () => {
    const shape = await standingEntry(id);
    if (shape.listing === listing) return;
    await Organisation.updateOne({ _id: shape._id }, { listing });
    await recordAct(viewer, context.now(), {
      act: 'chooseListing',
      subject: { type: 'Organisation', id },
      onBehalfOf: id,
      changes: [{ field: 'listing', before: shape.listing, after: listing }],
    });
  });
  await takeIn(context, id);
  return keepingFor(id);
}
