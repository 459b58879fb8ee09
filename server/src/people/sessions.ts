import type { Types } from 'mongoose';
import type { Environment } from '../platform/env.js';
import type { RequestContext } from '../platform/RequestContext.js';
import type { AccountRecord } from './Account.js';
import { deviceOf } from './device.js';
import { during } from './interval.js';
import { Office } from './Office.js';
import { SeatHolding } from './SeatHolding.js';
import type { SessionRecord, SignInMethod } from './Session.js';
import { Session } from './Session.js';
import type { SignedIn } from './SessionCache.js';
import { SessionCache } from './SessionCache.js';
import { hashOf, newToken } from './token.js';
import type { Viewer } from './Viewer.js';

export const sessionCookie = 'session';

const day = 86_400_000;
const touchedEvery = 5 * 60_000;

/** The viewers of this process; change events keep it true. */
export const sessionCache = new SessionCache(60_000, 10_000);

/** Who the session cookie says is asking; null when nobody is signed in. `fresh` asks the database even when the answer is in memory. */
export async function readSession(request: RequestContext, fresh = false): Promise<SignedIn | null> {
  const token = request.cookies.get(sessionCookie);
  if (token === undefined || token === '') return null;
  const tokenHash = hashOf(token);
  const now = request.now();
  const kept = fresh ? null : sessionCache.get(tokenHash, now);
  const signedIn = kept ?? (await readFromDatabase(tokenHash, now));
  if (signedIn === null || signedIn.session.expiresAt <= now) return null;
  if (now.getTime() - signedIn.session.lastUsedAt.getTime() >= touchedEvery) await touch(signedIn.session, token, request);
  return signedIn;
}

async function readFromDatabase(tokenHash: string, now: Date): Promise<SignedIn | null> {
  const changes = sessionCache.changes;
  const session = await Session.findOne({ tokenHash, expiresAt: { $gt: now } }).lean<SessionRecord>();
  if (session === null) return null;
  const signedIn = { session, viewer: await viewerOf(session, now) };
  sessionCache.keep(tokenHash, signedIn, now, changes);
  return signedIn;
}

/** The seats and offices that a person holds at the moment. */
export async function viewerOf(owner: { accountId: Types.ObjectId; personId: Types.ObjectId }, at: Date): Promise<Viewer> {
  const condition = { personId: owner.personId, ...during(at) };
  const [holdings, offices] = await Promise.all([SeatHolding.find(condition).lean(), Office.find(condition).lean()]);
  return {
    accountId: String(owner.accountId),
    personId: String(owner.personId),
    seats: holdings.map(({ organisationId, kind, isAdministrator }) => ({ organisationId: String(organisationId), kind, isAdministrator })),
    offices: offices.map(({ kind, scope }) => (scope === null ? { kind } : { kind, scope })),
  };
}

/** A session that is used lasts anew, in the database and in the browser. */
async function touch(session: SessionRecord, token: string, request: RequestContext): Promise<void> {
  session.lastUsedAt = request.now();
  session.expiresAt = expiry(session.lastUsedAt, request.environment);
  await Session.updateOne({ _id: session._id }, { lastUsedAt: session.lastUsedAt, expiresAt: session.expiresAt });
  setSessionCookie(request, token);
}

function setSessionCookie({ cookies, environment }: RequestContext, token: string): void {
  cookies.set(sessionCookie, token, { maxAgeSeconds: environment.sessionDays * (day / 1000) });
}

function expiry(now: Date, environment: Environment): Date {
  return new Date(now.getTime() + environment.sessionDays * day);
}

/** Signs the account in on this browser and answers with the viewer, who asks from here on; a session that the browser had before ends. */
export async function startSession(
  context: RequestContext & { readonly viewer: Viewer | null; readonly session: SessionRecord | null },
  account: Pick<AccountRecord, '_id' | 'personId'>,
  signedInBy: SignInMethod,
): Promise<SignedInViewer> {
  if (context.session !== null) await endSessions({ _id: context.session._id });
  const token = newToken();
  const now = context.now();
  const session = await Session.create({
    tokenHash: hashOf(token),
    accountId: account._id,
    personId: account.personId,
    ...deviceOf(context.userAgent),
    signedInBy,
    signedInAt: now,
    lastUsedAt: now,
    expiresAt: expiry(now, context.environment),
  });
  setSessionCookie(context, token);
  const viewer = await viewerOf(session, now);
  // What the same answer shows of the viewer's things is shown to the viewer, no longer to a stranger.
  Object.assign(context, { viewer, session });
  return asSignedInViewer(viewer, session.id as string);
}

/** Ends the sessions that match and answers how many there were. */
export async function endSessions(
  which: { _id: Types.ObjectId | string; personId?: string } | { personId: Types.ObjectId | string },
): Promise<number> {
  const { deletedCount } = await Session.deleteMany(which);
  if ('_id' in which) sessionCache.forgetSession(String(which._id));
  else sessionCache.forgetPerson(String(which.personId));
  return deletedCount;
}

/** The viewer as the type `Viewer` of the schema shows it: with the session in which it is asked. */
export interface SignedInViewer extends Viewer {
  readonly __typename: 'Viewer';
  readonly sessionId: string | null;
}

export function asSignedInViewer(viewer: Viewer, sessionId: string | null): SignedInViewer {
  return { ...viewer, __typename: 'Viewer', sessionId };
}
