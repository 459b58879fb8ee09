import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { RemovePasskeyInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import { inTransaction } from '../../platform/transaction.js';
import { recordAct } from '../audit/recordAct.js';
import { Passkey } from '../Passkey.js';
import type { SignedInViewer } from '../sessions.js';
import { asSignedInViewer } from '../sessions.js';

export async function removePasskey(context: Context, { passkeyId }: RemovePasskeyInput): Promise<SignedInViewer> {
  const viewer = signedInViewer(context);
  if (!isValidObjectId(passkeyId)) throw notFound();
  await inTransaction(async () => {
    const { deletedCount } = await Passkey.deleteOne({ _id: passkeyId, personId: viewer.personId });
    if (deletedCount === 0) throw notFound();
    await recordAct(viewer, context.now(), { act: 'removePasskey', subject: { type: 'Person', id: viewer.personId } });
  });
  return asSignedInViewer(viewer, context.session?.id ?? null);
}
