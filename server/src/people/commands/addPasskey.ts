import type { RegistrationResponseJSON, VerifiedRegistrationResponse } from '@simplewebauthn/server';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { AddPasskeyInput } from '../../generated/graphql.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { inTransaction } from '../../platform/transaction.js';
import { recordAct } from '../audit/recordAct.js';
import type { PasskeyRecord } from '../Passkey.js';
import { Passkey } from '../Passkey.js';
import { readResponse, siteOf, wasAsked, webAuthn } from '../passkeys.js';
import { checkedName } from '../personName.js';
import { PasskeyNotAccepted } from '../refusals.js';
import type { Viewer } from '../Viewer.js';

export async function addPasskey(context: Context, input: AddPasskeyInput): Promise<PasskeyRecord | InvalidInput | PasskeyNotAccepted> {
  const viewer = signedInViewer(context);
  const check = new InputCheck(context.language);
  const name = checkedName(check, input.name);
  if (check.refusal) return check.refusal;
  const made = await verified(context, viewer, input.response);
  if (made === null || (await Passkey.exists({ credentialId: made.id }))) return new PasskeyNotAccepted(context.language);
  const now = context.now();
  return inTransaction(async () => {
    const passkey = await Passkey.create({
      personId: viewer.personId,
      accountId: viewer.accountId,
      name,
      credentialId: made.id,
      publicKey: Buffer.from(made.publicKey).toString('base64url'),
      counter: made.counter,
      transports: made.transports ?? [],
      addedAt: now,
    });
    await recordAct(viewer, now, { act: 'addPasskey', subject: { type: 'Person', id: viewer.personId } });
    return passkey.toObject<PasskeyRecord>({ virtuals: true });
  });
}

type Credential = NonNullable<VerifiedRegistrationResponse['registrationInfo']>['credential'];

/** The key that the browser made for this viewer, on this site, when it was asked to; null otherwise. */
async function verified(context: Context, viewer: Viewer, text: string): Promise<Credential | null> {
  const response = readResponse<RegistrationResponseJSON>(text);
  if (response === null) return null;
  const { rpID, expectedOrigin } = siteOf(context);
  try {
    const { registrationInfo } = await (
      await webAuthn()
    ).verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => wasAsked(context, challenge, viewer.accountId),
      expectedOrigin,
      expectedRPID: rpID,
    });
    return registrationInfo?.credential ?? null;
  } catch (refused) {
    context.log.info({ refused: refused instanceof Error ? refused.message : 'unknown' }, 'a passkey was not accepted');
    return null;
  }
}
