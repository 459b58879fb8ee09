import type { Context } from '../../context.js';
import type { SignInWithLinkInput } from '../../generated/graphql.js';
import type { AccountRecord } from '../Account.js';
import { Account } from '../Account.js';
import { limits, placeOf, tooMany } from '../limits.js';
import type { TooManyAttempts } from '../refusals.js';
import { LinkAlreadyUsed, LinkExpired, LinkNotValid, OpenedInAnotherBrowser } from '../refusals.js';
import type { SignedInViewer } from '../sessions.js';
import { startSession } from '../sessions.js';
import { askingBrowser, askingBrowserCookie, isGoodAt } from '../signInRequests.js';
import type { SignInRequestRecord } from '../SignInRequest.js';
import { SignInRequest } from '../SignInRequest.js';
import { hashOf } from '../token.js';

export async function signInWithLink(
  context: Context,
  { token }: SignInWithLinkInput,
): Promise<SignedInViewer | LinkNotValid | LinkExpired | LinkAlreadyUsed | OpenedInAnotherBrowser | TooManyAttempts> {
  const refusal = await tooMany(context, [limits.signInsFromOnePlace, placeOf(context)]);
  if (refusal) return refusal;
  const request = await SignInRequest.findOne({ tokenHash: hashOf(token) }).lean<SignInRequestRecord>();
  if (request === null || request.accountId === null) return new LinkNotValid(context.language);
  if (request.usedAt !== null) return new LinkAlreadyUsed(context.language);
  if (!isGoodAt(request, context.now())) return new LinkExpired(context.language);
  const browser = askingBrowser(context);
  if (browser === null || hashOf(browser) !== request.browserHash) return new OpenedInAnotherBrowser(context.language);

  const account = await Account.findById(request.accountId).lean<AccountRecord>();
  if (account === null) return new LinkNotValid(context.language);
  const { modifiedCount } = await SignInRequest.updateOne({ _id: request._id, usedAt: null }, { usedAt: context.now() });
  if (modifiedCount === 0) return new LinkAlreadyUsed(context.language);
  context.cookies.clear(askingBrowserCookie);
  return startSession(context, account, 'LINK');
}
