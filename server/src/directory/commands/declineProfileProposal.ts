import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { DeclineProfileProposalInput } from '../../generated/graphql.js';
import { recordAct } from '../../people/index.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { words } from '../../platform/words.js';
import { profileMatter } from '../keeping/keep.js';
import type { ProfileProposalRecord } from '../keeping/ProfileProposal.js';
import { knownProposal, noteAnswer, openProposal, stateAt } from '../keeping/proposals.js';
import { canAnswerProposal } from '../policy.js';
import type { ProposalAnswered } from '../refusals.js';
import { ProposalExpired } from '../refusals.js';

const tooLong = words({
  en: 'An answer has at most 1,000 letters.',
  fr: 'Une réponse compte au plus 1 000 lettres.',
  es: 'Una respuesta tiene como máximo 1000 letras.',
  ar: 'لا يزيد الرد على ١٠٠٠ حرف.',
});

export async function declineProfileProposal(
  context: Context,
  input: DeclineProfileProposalInput,
): Promise<ProfileProposalRecord | InvalidInput | ProposalAnswered | ProposalExpired> {
  const viewer = signedInViewer(context);
  const shown = await knownProposal(context, input.proposalId);
  const id = String(shown.organisationId);
  authorize(canAnswerProposal(viewer, id));
  const answer = input.answer?.trim() || null;
  const check = new InputCheck(context.language);
  check.that((answer?.length ?? 0) <= 1000, 'answer', tooLong);
  if (check.refusal) return check.refusal;

  const now = context.now();
  return inTurn(profileMatter(id), async () => {
    const proposal = await openProposal(context, shown);
    if (!('_id' in proposal)) return proposal;
    if (stateAt(proposal, now) === 'EXPIRED') return new ProposalExpired(context.language);
    await recordAct(viewer, now, {
      act: 'declineProfileProposal',
      subject: { type: 'ProfileProposal', id: String(proposal._id) },
      onBehalfOf: id,
      reason: answer,
    });
    return noteAnswer(context, proposal, 'DECLINED', answer);
  });
}
