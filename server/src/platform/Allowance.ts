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
 * One command does it, whatever comes of it. Tries beyond the allowance change nothing, and an allowance that ends later than it can,
 * because the clock went back, is over.
 */
export async function tryOnce(limit: TryLimit, of: string, now: Date): Promise<TriedOnce> {
  const { name, tries, seconds } = limit;
  const key = createHash('sha256').update(`${name}\0${of}`).digest('hex');
  const latest = new Date(now.getTime() + seconds * 1000);
  const isRunning = { $and: [{ $gt: ['$renewsAt', now] }, { $lte: ['$renewsAt', latest] }] };
  const counted = {
    tries: { $cond: [isRunning, { $min: [{ $add: ['$tries', 1] }, tries] }, 1] },
    renewsAt: { $cond: [isRunning, '$renewsAt', latest] },
  };
  let before: AllowanceRecord | null;
  try {
    before = await Allowance.findOneAndUpdate({ key }, [{ $set: counted }], {
      upsert: true,
      returnDocument: 'before',
      updatePipeline: true,
    }).lean<AllowanceRecord>();
  } catch (error) {
    // Somebody else began the same allowance at this moment: count on theirs.
    if (error instanceof MongoServerError && error.code === duplicateKey) return tryOnce(limit, of, now);
    throw error;
  }
  const allowed = { allowed: true, retryAfterSeconds: 0 };
  if (before === null || before.renewsAt <= now || before.renewsAt > latest || before.tries < tries) return allowed;
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((before.renewsAt.getTime() - now.getTime()) / 1000)) };
}

/** Throws away allowances that have renewed themselves. */
export const tidyAllowances: Job = {
  name: 'tidy allowances',
  schedule: '23 * * * *',
  run: async (now) => {
    await Allowance.deleteMany({ renewsAt: { $lte: now } });
  },
};
