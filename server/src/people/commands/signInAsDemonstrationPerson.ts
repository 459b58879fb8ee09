import type { Context } from '../../context.js';
import type { SignInAsDemonstrationPersonInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import { Account } from '../Account.js';
import { limits, placeOf, tooMany } from '../limits.js';
import { Person } from '../Person.js';
import type { TooManyAttempts } from '../refusals.js';
import { OnlyOnDemonstrationNetwork } from '../refusals.js';
import type { SignedInViewer } from '../sessions.js';
import { startSession } from '../sessions.js';

export async function signInAsDemonstrationPerson(
  context: Context,
  input: SignInAsDemonstrationPersonInput,
): Promise<SignedInViewer | OnlyOnDemonstrationNetwork | TooManyAttempts> {
  if (!context.environment.demonstration) return new OnlyOnDemonstrationNetwork(context.language);
  const refusal = await tooMany(context, [limits.demonstrationFromOnePlace, placeOf(context)]);
  if (refusal) return refusal;
  const person = await Person.findOne({ demonstrationRole: input.role, isFictional: true }).lean();
  const account = person && (await Account.findOne({ personId: person._id }).lean());
  if (account === null) throw notFound();
  return startSession(context, account, 'DEMONSTRATION');
}
