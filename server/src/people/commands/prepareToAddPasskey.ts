import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import { notFound } from '../../platform/errors.js';
import type { AccountRecord } from '../Account.js';
import { Account } from '../Account.js';
import type { AskedPasskey } from '../passkeys.js';
import { ask, passkeysOf, siteOf, webAuthn } from '../passkeys.js';
import { Person } from '../Person.js';

export async function prepareToAddPasskey(context: Context): Promise<AskedPasskey> {
  const viewer = signedInViewer(context);
  const account = await Account.findById(viewer.accountId).lean<AccountRecord>();
  if (account === null) throw notFound();
  const person = await Person.findById(viewer.personId).lean();
  const options = await (
    await webAuthn()
  ).generateRegistrationOptions({
    rpName: 'Plenum',
    rpID: siteOf(context).rpID,
    userID: new Uint8Array(account._id.id),
    userName: account.email,
    userDisplayName: person?.name ?? account.email,
    attestationType: 'none',
    excludeCredentials: (await passkeysOf(viewer.personId)).map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return ask(context, options, viewer.accountId);
}
