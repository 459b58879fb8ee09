import type { Context } from '../../context.js';
import { authorize, notFound } from '../../platform/errors.js';
import type { Connection, PageArguments } from '../../platform/pagination.js';
import { connectionOfList, connectionOfQuery } from '../../platform/pagination.js';
import { describeReason } from '../describeReason.js';
import type { PossibleDuplicateRecord } from '../DirectoryIndex.js';
import { PossibleDuplicate } from '../PossibleDuplicate.js';
import { canCurate } from '../policy.js';
import type { OrganisationMergeRecord } from './OrganisationMerge.js';
import { OrganisationMerge } from './OrganisationMerge.js';

/** The matter for `inTurn`: who is whose duplicate. */
export const duplicateMatter = 'duplicates';

export type PossibleDuplicateAnswer = Omit<PossibleDuplicateRecord, 'reasons' | 'keptApartAt'> & {
  __typename: 'PossibleDuplicate';
  reasons: string[];
};

type Asked = Pick<Context, 'directory' | 'viewer' | 'language'>;

/** Pairs that nobody has decided about. */
export function possibleDuplicates(context: Asked, page: PageArguments): Connection<PossibleDuplicateAnswer> {
  return connectionOfList(answers(context, context.directory.possibleDuplicates(context.viewer)), page, {
    keyOf: ({ id }) => [id],
    compare: ([one], [other]) => (String(one) < String(other) ? -1 : Number(one !== other)),
  });
}

export function keptApart(context: Asked, page: PageArguments): Connection<PossibleDuplicateAnswer> {
  authorize(canCurate(context.viewer));
  const pairs = context.directory.keptApart(context.viewer);
  const rank = new Map(pairs.map(({ id }, position) => [id, position]));
  return connectionOfList(answers(context, pairs), page, {
    keyOf: ({ id }) => [id],
    compare: ([one], [other]) => (rank.get(String(one)) ?? -1) - (rank.get(String(other)) ?? -1),
  });
}

export async function organisationMerges(context: Context, page: PageArguments): Promise<Connection<OrganisationMergeRecord>> {
  authorize(canCurate(context.viewer));
  return connectionOfQuery(OrganisationMerge.find().lean<OrganisationMergeRecord[]>(), page, [
    ['mergedAt', -1],
    ['_id', -1],
  ]);
}

/** Takes the pair as the database has it into the memory of this process, ahead of the event that tells of it; answers with it. */
export async function takePairIn(context: Context, id: string): Promise<PossibleDuplicateAnswer> {
  const pair = await PossibleDuplicate.findById(id).lean();
  if (pair === null) throw notFound();
  context.directory.putPossibleDuplicate(pair);
  const found = [...context.directory.possibleDuplicates(context.viewer), ...context.directory.keptApart(context.viewer)].filter(
    (each) => each.id === id,
  );
  const [answer] = answers(context, found);
  if (answer === undefined) throw notFound();
  return answer;
}

function answers({ language }: Asked, pairs: readonly PossibleDuplicateRecord[]): PossibleDuplicateAnswer[] {
  return pairs.map(({ id, left, right, reasons }) => ({
    __typename: 'PossibleDuplicate',
    id,
    left,
    right,
    reasons: reasons.map((reason) => describeReason(reason, language)),
  }));
}
