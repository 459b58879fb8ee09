import type { Context } from '../../context.js';
import { endSessions, sessionCookie } from '../sessions.js';
import { SignedOut } from '../SignedOut.js';

export async function signOut(context: Context): Promise<SignedOut> {
  context.cookies.clear(sessionCookie);
  return new SignedOut(context.session === null ? 0 : await endSessions({ _id: context.session._id }));
}
