import type { Viewer } from '../Viewer.js';
import type { AuditChange } from './AuditEntry.js';
import { AuditEntry } from './AuditEntry.js';
import { AuditHead } from './AuditHead.js';
import { beginning, sealOf } from './chain.js';

/** What somebody did. */
export interface Act {
  /** The mutation, such as `replaceSeatHolder`. */
  act: string;
  subject: { type: string; id: string };
  /** The organisation for which it was done. */
  onBehalfOf?: string;
  /** Required by the command when it corrects what somebody else had decided. */
  reason?: string | null | undefined;
  changes?: readonly AuditChange[];
}

/** Adds the act to the trail. To be called inside `inTransaction`, beside what it tells of, so that there is never one without the other. */
export async function recordAct(actor: Viewer | null, now: Date, { act, subject, onBehalfOf, reason, changes = [] }: Act): Promise<void> {
  const head = await AuditHead.findOneAndUpdate(
    { name: 'head' },
    { $inc: { sequence: 1 }, $setOnInsert: { hash: beginning } },
    { upsert: true, returnDocument: 'after' },
  ).lean();
  const entry = {
    sequence: head.sequence,
    at: now,
    actorId: actor?.personId ?? null,
    onBehalfOf: onBehalfOf ?? null,
    act,
    subjectType: subject.type,
    subjectId: subject.id,
    reason: reason ?? null,
    changes: [...changes],
    previousHash: head.hash,
  };
  const hash = sealOf(entry);
  await AuditEntry.create({ ...entry, hash });
  await AuditHead.updateOne({ name: 'head' }, { hash });
}
