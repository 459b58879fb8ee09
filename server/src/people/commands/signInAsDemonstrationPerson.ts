import type { Context } from '../../context.js';
import type { SignInAsDemonstrationPersonInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import { Account } from '../Account.js';
import { Attempts } from '../Attempts.js';
import { Person } from '../Person.js';
import { OnlyOnDemonstrationNetwork, TooManyAttempts } from '../refusals.js';
import type { SignedInViewer } from '../sessions.js';
import { startSession } from '../sessions.js';

const fromOnePlace = new Attempts({ tries: 600, seconds: 60 });

export async function signInAsDemonstrationPerson(
  context: Context,
  input: SignInAsDemonstrationPersonInput,
): Promise<SignedInViewer | OnlyOnDemonstrationNetwork | TooManyAttempts> {
  if (!context.environment.demonstration) return new OnlyOnDemonstrationNetwork(context.language);
  const wait = await fromOnePlace.count(context.address);
  if (wait > 0) return new TooManyAttempts(context.language, wait);
  const person = await Person.findOne({ demonstrationRole: input.role, isFictional: true }).lean();
  const account = person && (await Account.findOne({ personId: person._id }).lean());
  if (account === null) throw notFound();
  return startSession(context, account, 'DEMONSTRATION');
}
