import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import type { ProposalState } from '../../generated/graphql.js';
import { authorize, notFound } from '../../platform/errors.js';
import type { Connection, PageArguments } from '../../platform/pagination.js';
import { connectionOfQuery } from '../../platform/pagination.js';
import { postAnswerMail } from '../mails/answerMail.js';
import { canAnswerProposal, canCurate } from '../policy.js';
import { organisationById } from '../queries.js';
import { ProposalAnswered } from '../refusals.js';
import type { Difference } from './differences.js';
import { differencesBetween } from './differences.js';
import type { KeepingOf } from './keepingOf.js';
import type { ProfileProposalRecord } from './ProfileProposal.js';
import { ProfileProposal } from './ProfileProposal.js';

/** How long a proposal waits for its answer, in days. */
export const daysToAnswer = 60;

/** What became of it by the moment. */
export function stateAt({ answered, expiresAt }: Pick<ProfileProposalRecord, 'answered' | 'expiresAt'>, now: Date): ProposalState {
  return answered === 'OPEN' && expiresAt <= now ? 'EXPIRED' : answered;
}

/** Newest first; bounded by how often the secretariat proposes something to one organisation. */
export async function proposalsOf({ organisationId }: KeepingOf): Promise<ProfileProposalRecord[]> {
  return ProfileProposal.find({ organisationId }).sort({ proposedAt: -1, _id: -1 }).limit(100).lean<ProfileProposalRecord[]>();
}

export async function profileProposals(
  context: Context,
  { states, ...page }: PageArguments & { states?: readonly ProposalState[] | null | undefined },
): Promise<Connection<ProfileProposalRecord>> {
  authorize(canCurate(context.viewer));
  const condition = states == null ? {} : { $or: states.map((state) => conditionOf(state, context.now())) };
  return connectionOfQuery(
    ProfileProposal.find(states?.length === 0 ? { _id: { $in: [] } } : condition).lean<ProfileProposalRecord[]>(),
    page,
    [
      ['proposedAt', -1],
      ['_id', -1],
    ],
  );
}

function conditionOf(state: ProposalState, now: Date): Record<string, unknown> {
  if (state === 'EXPIRED') return { answered: 'OPEN', expiresAt: { $lte: now } };
  return state === 'OPEN' ? { answered: 'OPEN', expiresAt: { $gt: now } } : { answered: state };
}

/** The proposal with this key; throws NOT_FOUND when there is none that concerns the viewer. */
export async function knownProposal(context: Context, id: string): Promise<ProfileProposalRecord> {
  const found = isValidObjectId(id) ? await ProfileProposal.findById(id).lean<ProfileProposalRecord>() : null;
  if (found === null || organisationById(context, found.organisationId) === null) throw notFound();
  return found;
}

/** The proposal as it is now in the turn of its organisation, or the refusal when it was answered before. */
export async function openProposal(context: Context, { _id }: ProfileProposalRecord): Promise<ProfileProposalRecord | ProposalAnswered> {
  const proposal = await ProfileProposal.findById(_id).lean<ProfileProposalRecord>();
  if (proposal === null) throw notFound();
  return proposal.answered === 'OPEN' ? proposal : new ProposalAnswered(context.language, proposal);
}

/** Notes the answer and writes it to whoever proposed; inside a transaction. */
export async function noteAnswer(
  context: Context,
  { _id }: ProfileProposalRecord,
  answered: 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN',
  answer: string | null = null,
): Promise<ProfileProposalRecord> {
  const change = { answered, answer, answeredById: context.viewer?.personId ?? null, answeredAt: context.now() };
  const found = await ProfileProposal.findOneAndUpdate({ _id }, change, { returnDocument: 'after' }).lean<ProfileProposalRecord>();
  if (found === null) throw notFound();
  if (answered !== 'WITHDRAWN') await postAnswerMail(context, found, organisationById(context, found.organisationId)?.name ?? '');
  return found;
}

export function proposedDifferences(context: Context, { before, after }: ProfileProposalRecord): Difference[] {
  return differencesBetween(before, after, context.language);
}

export function canAnswer(context: Context, proposal: ProfileProposalRecord): boolean {
  return stateAt(proposal, context.now()) === 'OPEN' && canAnswerProposal(context.viewer, String(proposal.organisationId));
}

export function canWithdraw(context: Context, proposal: ProfileProposalRecord): boolean {
  return stateAt(proposal, context.now()) === 'OPEN' && canCurate(context.viewer);
}
