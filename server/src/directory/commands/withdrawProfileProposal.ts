import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { WithdrawProfileProposalInput } from '../../generated/graphql.js';
import { recordAct } from '../../people/index.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import { profileMatter } from '../keeping/keep.js';
import type { ProfileProposalRecord } from '../keeping/ProfileProposal.js';
import { knownProposal, noteAnswer, openProposal } from '../keeping/proposals.js';
import { canCurate } from '../policy.js';
import type { ProposalAnswered } from '../refusals.js';

export async function withdrawProfileProposal(
  context: Context,
  { proposalId }: WithdrawProfileProposalInput,
): Promise<ProfileProposalRecord | ProposalAnswered> {
  const viewer = signedInViewer(context);
  const shown = await knownProposal(context, proposalId);
  authorize(canCurate(viewer));
  const id = String(shown.organisationId);
  return inTurn(profileMatter(id), async () => {
    const proposal = await openProposal(context, shown);
    if (!('_id' in proposal)) return proposal;
    await recordAct(viewer, context.now(), {
      act: 'withdrawProfileProposal',
      subject: { type: 'ProfileProposal', id: String(proposal._id) },
      onBehalfOf: id,
    });
    return noteAnswer(context, proposal, 'WITHDRAWN');
  });
}
