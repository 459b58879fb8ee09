import { Types } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { ProposeProfileChangeInput } from '../../generated/graphql.js';
import { checkedReason, recordAct } from '../../people/index.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { checkedSection } from '../keeping/checkedSection.js';
import { audited, differingFields } from '../keeping/differences.js';
import { changedMeanwhile, knownOrganisation, profileMatter, standingEntry } from '../keeping/keep.js';
import type { ProfileProposalRecord } from '../keeping/ProfileProposal.js';
import { ProfileProposal } from '../keeping/ProfileProposal.js';
import { daysToAnswer } from '../keeping/proposals.js';
import { pick, valuesOfShape, versionOf } from '../keeping/sections.js';
import { postProposalMails } from '../mails/proposalMail.js';
import { canCurate } from '../policy.js';
import type { ProfileChangedMeanwhile } from '../refusals.js';
import { NothingToPropose } from '../refusals.js';

export async function proposeProfileChange(
  context: Context,
  input: ProposeProfileChangeInput,
): Promise<ProfileProposalRecord | InvalidInput | ProfileChangedMeanwhile | NothingToPropose> {
  const viewer = signedInViewer(context);
  const { id, name } = knownOrganisation(context, input.organisationId);
  authorize(canCurate(viewer));
  const now = context.now();
  const check = new InputCheck(context.language);
  const checked = checkedSection(check, input.change, now.getUTCFullYear());
  const reason = checkedReason(check, input.reason, true);
  if (checked === null || reason === null || check.refusal) return check.refusal as InvalidInput;

  const { section, values } = checked;
  return inTurn(profileMatter(id), async () => {
    const shape = await standingEntry(id);
    const current = valuesOfShape(shape);
    if (versionOf(current, section, []) !== input.version) return changedMeanwhile(context, shape, section, values);
    const fields = differingFields(current, values);
    if (fields.length === 0) return new NothingToPropose(context.language);
    const proposal = await ProfileProposal.create({
      organisationId: new Types.ObjectId(id),
      section,
      before: pick(current, fields),
      after: Object.fromEntries(fields.map((field) => [field, values[field]])),
      reason,
      proposedById: viewer.personId,
      proposedAt: now,
      expiresAt: new Date(now.getTime() + daysToAnswer * 86_400_000),
    });
    await recordAct(viewer, now, {
      act: 'proposeProfileChange',
      subject: { type: 'ProfileProposal', id: proposal.id as string },
      onBehalfOf: id,
      reason,
      changes: fields.map((field) => ({ field, before: audited(current[field]), after: audited(values[field]) })),
    });
    await postProposalMails(context, { id, name }, section, reason);
    return proposal.toObject<ProfileProposalRecord>({ virtuals: true });
  });
}
