import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { RevokeSessionInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import { endSessions, sessionCookie } from '../sessions.js';
import { SignedOut } from '../SignedOut.js';

export async function revokeSession(context: Context, { sessionId }: RevokeSessionInput): Promise<SignedOut> {
  const { personId } = signedInViewer(context);
  const ended = isValidObjectId(sessionId) ? await endSessions({ _id: sessionId, personId }) : 0;
  if (ended === 0) throw notFound();
  if (context.session?.id === sessionId) context.cookies.clear(sessionCookie);
  return new SignedOut(ended);
}
