import type { AuthenticationResponseJSON, AuthenticatorTransport } from '@simplewebauthn/server';
import type { Context } from '../../context.js';
import type { SignInWithPasskeyInput } from '../../generated/graphql.js';
import type { AccountRecord } from '../Account.js';
import { Account } from '../Account.js';
import { limits, placeOf, tooMany } from '../limits.js';
import type { PasskeyRecord } from '../Passkey.js';
import { Passkey } from '../Passkey.js';
import { readResponse, siteOf, wasAsked, webAuthn } from '../passkeys.js';
import type { TooManyAttempts } from '../refusals.js';
import { PasskeyNotAccepted } from '../refusals.js';
import type { SignedInViewer } from '../sessions.js';
import { startSession } from '../sessions.js';

export async function signInWithPasskey(
  context: Context,
  input: SignInWithPasskeyInput,
): Promise<SignedInViewer | PasskeyNotAccepted | TooManyAttempts> {
  const refusal = await tooMany(context, [limits.signInsFromOnePlace, placeOf(context)]);
  if (refusal) return refusal;
  const response = readResponse<AuthenticationResponseJSON>(input.response);
  const passkey = response && (await Passkey.findOne({ credentialId: response.id }).lean<PasskeyRecord>());
  const counter = response && passkey && (await verifiedCounter(context, response, passkey));
  const account = passkey && counter !== null && (await Account.findById(passkey.accountId).lean<AccountRecord>());
  if (!account) return new PasskeyNotAccepted(context.language);
  await Passkey.updateOne({ _id: passkey._id }, { counter, lastUsedAt: context.now() });
  return startSession(context, account, 'PASSKEY');
}

/** The count that the passkey gives beside a signature that fits; null when anything does not. */
async function verifiedCounter(context: Context, response: AuthenticationResponseJSON, passkey: PasskeyRecord): Promise<number | null> {
  const { rpID, expectedOrigin } = siteOf(context);
  try {
    const { verified, authenticationInfo } = await (
      await webAuthn()
    ).verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => wasAsked(context, challenge, null),
      expectedOrigin,
      expectedRPID: rpID,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
        transports: passkey.transports as AuthenticatorTransport[],
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch (refused) {
    context.log.info({ refused: refused instanceof Error ? refused.message : 'unknown' }, 'a passkey was not accepted');
    return null;
  }
}
