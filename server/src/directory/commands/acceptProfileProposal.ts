import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { AcceptProfileProposalInput } from '../../generated/graphql.js';
import { recordAct } from '../../people/index.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import { differencesBetween, differingFields } from '../keeping/differences.js';
import { dayOf, profileMatter, standingEntry, takeIn, writeSection } from '../keeping/keep.js';
import type { ProfileProposalRecord } from '../keeping/ProfileProposal.js';
import { knownProposal, noteAnswer, openProposal, stateAt } from '../keeping/proposals.js';
import { isSame, valuesOfShape } from '../keeping/sections.js';
import { canAnswerProposal } from '../policy.js';
import type { ProposalAnswered } from '../refusals.js';
import { ProposalExpired, ProposalOvertaken } from '../refusals.js';

export async function acceptProfileProposal(
  context: Context,
  { proposalId }: AcceptProfileProposalInput,
): Promise<ProfileProposalRecord | ProposalAnswered | ProposalExpired | ProposalOvertaken> {
  const viewer = signedInViewer(context);
  const shown = await knownProposal(context, proposalId);
  const id = String(shown.organisationId);
  authorize(canAnswerProposal(viewer, id));
  const now = context.now();
  const outcome = await inTurn(profileMatter(id), async () => {
    const proposal = await openProposal(context, shown);
    if (!('_id' in proposal)) return proposal;
    if (stateAt(proposal, now) === 'EXPIRED') return new ProposalExpired(context.language);
    const shape = await standingEntry(id);
    const current = valuesOfShape(shape);
    const { before, after, section, reason } = proposal;
    // What somebody has meanwhile changed into just what was proposed is no quarrel.
    const overtaken = differingFields(before, after).filter(
      (field) => !isSame(current[field], before[field]) && !isSame(current[field], after[field]),
    );
    if (overtaken.length > 0)
      return new ProposalOvertaken(context.language, differencesBetween(current, after, context.language, overtaken));
    const changes = await writeSection(shape, section, after, dayOf(now));
    const accepted = await noteAnswer(context, proposal, 'ACCEPTED');
    await recordAct(viewer, now, { act: 'acceptProfileProposal', subject: { type: 'Organisation', id }, onBehalfOf: id, reason, changes });
    return accepted;
  });
  if ('_id' in outcome) await takeIn(context, id);
  return outcome;
}
