import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import { endSessions, sessionCookie } from '../sessions.js';
import { SignedOut } from '../SignedOut.js';

export async function signOutEverywhere(context: Context): Promise<SignedOut> {
  const { personId } = signedInViewer(context);
  context.cookies.clear(sessionCookie);
  return new SignedOut(await endSessions({ personId }));
}
