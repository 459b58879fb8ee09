import type { Context } from '../../context.js';
import type { ConfirmSignInCodeInput } from '../../generated/graphql.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { words } from '../../platform/words.js';
import type { AccountRecord } from '../Account.js';
import { Account } from '../Account.js';
import { limits, placeOf, tooMany } from '../limits.js';
import type { TooManyAttempts } from '../refusals.js';
import { NoLinkRequested, WrongCode } from '../refusals.js';
import type { SignedInViewer } from '../sessions.js';
import { startSession } from '../sessions.js';
import { askingBrowser, askingBrowserCookie, codeHash, isGoodAt, mostCodes } from '../signInRequests.js';
import type { SignInRequestRecord } from '../SignInRequest.js';
import { SignInRequest } from '../SignInRequest.js';
import { hashOf } from '../token.js';

const sixDigits = words({
  en: 'The code has six digits.',
  fr: 'Le code comporte six chiffres.',
  es: 'El código tiene seis dígitos.',
  ar: 'الرمز مكوّن من ستة أرقام.',
});

export async function confirmSignInCode(
  context: Context,
  input: ConfirmSignInCodeInput,
): Promise<SignedInViewer | InvalidInput | WrongCode | NoLinkRequested | TooManyAttempts> {
  const code = digitsOf(input.code);
  const check = new InputCheck(context.language);
  check.that(/^\d{6}$/.test(code), 'code', sixDigits);
  if (check.refusal) return check.refusal;
  const refusal = await tooMany(context, [limits.signInsFromOnePlace, placeOf(context)]);
  if (refusal) return refusal;
  const browser = askingBrowser(context);
  const request = browser === null ? null : await takeOneTry(browser, context.now());
  if (browser === null || request === null) return new NoLinkRequested(context.language);

  const account = request.codeHash === codeHash(browser, code) ? await Account.findById(request.accountId).lean<AccountRecord>() : null;
  if (account === null) return new WrongCode(context.language, mostCodes - request.codesTried);
  const { modifiedCount } = await SignInRequest.updateOne({ _id: request._id, usedAt: null }, { usedAt: context.now() });
  if (modifiedCount === 0) return new NoLinkRequested(context.language);
  context.cookies.clear(askingBrowserCookie);
  return startSession(context, account, 'CODE');
}

/** Counts the try before the code is looked at, so that a thousand tries at once are not more than a few. Only the newest mail counts. */
async function takeOneTry(browser: string, now: Date): Promise<SignInRequestRecord | null> {
  const newest = await SignInRequest.findOne({ browserHash: hashOf(browser) })
    .sort({ requestedAt: -1, _id: -1 })
    .lean<SignInRequestRecord>();
  if (newest === null || newest.usedAt !== null || !isGoodAt(newest, now)) return null;
  return SignInRequest.findOneAndUpdate(
    { _id: newest._id, usedAt: null, codesTried: { $lt: mostCodes } },
    { $inc: { codesTried: 1 } },
    { returnDocument: 'after' },
  ).lean<SignInRequestRecord>();
}

/** Phones type blanks between the digits, and Arabic keyboards type Arabic ones. */
function digitsOf(typed: string): string {
  return typed.replace(/[\s-]/g, '').replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
}
