import type { Context } from '../../context.js';
import { limits, placeOf, tooMany } from '../limits.js';
import type { AskedPasskey } from '../passkeys.js';
import { ask, siteOf, webAuthn } from '../passkeys.js';
import type { TooManyAttempts } from '../refusals.js';

/** Names no passkeys: the browser offers those that it has for this site, and nobody learns whose exist. */
export async function prepareToSignInWithPasskey(context: Context): Promise<AskedPasskey | TooManyAttempts> {
  const refusal = await tooMany(context, [limits.signInsFromOnePlace, placeOf(context)]);
  if (refusal) return refusal;
  const options = await (await webAuthn()).generateAuthenticationOptions({ rpID: siteOf(context).rpID, userVerification: 'required' });
  return ask(context, options, null);
}
