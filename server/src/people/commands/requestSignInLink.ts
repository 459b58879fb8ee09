import type { Context } from '../../context.js';
import type { RequestSignInLinkInput } from '../../generated/graphql.js';
import { postMail } from '../../platform/mail/outbox.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import type { AccountRecord } from '../Account.js';
import { Account } from '../Account.js';
import { isEmail, normalisedEmail, notAnEmail } from '../email.js';
import { limits, placeOf, tooMany } from '../limits.js';
import { signInMail, unknownAddressMail } from '../mails/signInMail.js';
import { Person } from '../Person.js';
import type { TooManyAttempts } from '../refusals.js';
import { openSignInRequest } from '../signInRequests.js';

interface SignInLinkRequested {
  readonly __typename: 'SignInLinkRequested';
  readonly email: string;
  readonly expiresAt: Date;
}

/** Known and unknown addresses take the same way, with as many database commands, so that neither answer nor time tells which it was. */
export async function requestSignInLink(
  context: Context,
  input: RequestSignInLinkInput,
): Promise<SignInLinkRequested | InvalidInput | TooManyAttempts> {
  const email = normalisedEmail(input.email);
  const check = new InputCheck(context.language);
  check.that(isEmail(email), 'email', notAnEmail);
  if (check.refusal) return check.refusal;
  const refusal = await tooMany(
    context,
    [limits.linksToOneAddress, email],
    [limits.linksToOneAddressInADay, email],
    [limits.linksFromOnePlace, placeOf(context)],
  );
  if (refusal) return refusal;

  const account = await Account.findOne({ email }).lean<AccountRecord>();
  const person = await Person.findById(account?.personId ?? null).lean();
  const secrets = await openSignInRequest(context, account);
  const language = account?.language ?? context.language;
  const letter = account ? signInMail(language, person?.name ?? '', context.publicUrl, secrets) : unknownAddressMail(language);
  await postMail(letter, { address: email, language }, context.now(), account ? [secrets.token, secrets.code] : []);
  return { __typename: 'SignInLinkRequested', email, expiresAt: secrets.expiresAt };
}
