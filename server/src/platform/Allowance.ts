import { createHash } from 'node:crypto';
import { MongoServerError } from 'mongodb';
import { Schema } from 'mongoose';
import type { Job } from './jobs.js';
import { model } from './model.js';

/** How often something was tried under one key, such as sign-in from one place, since its allowance began. */
interface AllowanceRecord {
  /** A hash, so that no mail address and no place stands here. */
  key: string;
  tries: number;
  renewsAt: Date;
}

const schema = new Schema<AllowanceRecord>({
  key: { type: String, required: true },
  tries: { type: Number, required: true },
  renewsAt: { type: Date, required: true },
});
schema.index({ key: 1 }, { unique: true });
schema.index({ renewsAt: 1 });

export const Allowance = model<AllowanceRecord>('Allowance', schema);

/** What came of one try; `retryAfterSeconds` is 0 when it is allowed. */
export interface TriedOnce {
  allowed: boolean;
  retryAfterSeconds: number;
}

/** So many tries for each key, which renew themselves after some seconds. */
export interface TryLimit {
  readonly name: string;
  readonly tries: number;
  readonly seconds: number;
}

const duplicateKey = 11_000;

/**
 * Counts one try. The count is kept in the database: every process of the portal counts together, and a restart forgets nothing.
 * A used-up allowance is only read, so that whoever goes on trying writes nothing; one that ends later than it can, because the clock
 * went back, is over.
 */
export async function tryOnce({ name, tries, seconds }: TryLimit, of: string, now: Date): Promise<TriedOnce> {
  const key = createHash('sha256').update(`${name}\0${of}`).digest('hex');
  const latest = new Date(now.getTime() + seconds * 1000);
  const isRunning = { $gt: now, $lte: latest };
  const allowed = { allowed: true, retryAfterSeconds: 0 };
  for (;;) {
    if (await Allowance.findOneAndUpdate({ key, renewsAt: isRunning, tries: { $lt: tries } }, { $inc: { tries: 1 } })) return allowed;
    const usedUp = await Allowance.findOne({ key, renewsAt: isRunning }).lean<AllowanceRecord>();
    if (usedUp && usedUp.tries >= tries) {
      return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((usedUp.renewsAt.getTime() - now.getTime()) / 1000)) };
    }
    const isOver = { $or: [{ renewsAt: { $lte: now } }, { renewsAt: { $gt: latest } }] };
    if (await Allowance.findOneAndUpdate({ key, ...isOver }, { tries: 1, renewsAt: latest })) return allowed;
    try {
      await Allowance.create({ key, tries: 1, renewsAt: latest });
      return allowed;
    } catch (error) {
      // Somebody else began the same allowance at this moment: count on theirs.
      if (!(error instanceof MongoServerError && error.code === duplicateKey)) throw error;
    }
  }
}

/** Throws away allowances that have renewed themselves. */
export const tidyAllowances: Job = {
  name: 'tidy allowances',
  schedule: '23 * * * *',
  run: async (now) => {
    await Allowance.deleteMany({ renewsAt: { $lte: now } });
  },
};
