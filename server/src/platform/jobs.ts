import { Cron } from 'croner';
import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import type { Clock } from './clock.js';
import type { Logger } from './log.js';
import { model } from './model.js';

/** Something to be done again and again, by one process at a time. */
export interface Job {
  name: string;
  /** A cron pattern of five or six fields, in UTC. */
  schedule: string;
  run(now: Date): Promise<void>;
}

interface JobRecord {
  _id: Types.ObjectId;
  name: string;
  /** When it is to run next. */
  dueAt: Date;
  /** Until when the process that runs it has it for itself; a process that died gives it back by this. */
  leasedUntil: Date;
  failure: string | null;
}

const schema = new Schema<JobRecord>({
  name: { type: String, required: true },
  dueAt: { type: Date, required: true },
  leasedUntil: { type: Date, required: true },
  failure: { type: String, default: null },
});
schema.index({ name: 1 }, { unique: true });

export const JobState = model<JobRecord>('JobState', schema);

const lease = 10 * 60_000;

/** Runs the job when it is due and no other process has it; answers whether it ran. A failure is logged and kept, and the next turn tries again. */
export async function runIfDue(job: Job, now: Date, log: Logger): Promise<boolean> {
  const never = new Date(0);
  await JobState.updateOne({ name: job.name }, { $setOnInsert: { dueAt: never, leasedUntil: never } }, { upsert: true });
  const claimed = await JobState.findOneAndUpdate(
    { name: job.name, dueAt: { $lte: now }, leasedUntil: { $lte: now } },
    { leasedUntil: new Date(now.getTime() + lease), dueAt: new Cron(job.schedule, { timezone: 'UTC' }).nextRun(now) ?? now },
  ).lean();
  if (claimed === null) return false;
  const failure = await job.run(now).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (failure !== null) log.error({ job: job.name, err: failure }, 'a job failed');
  await JobState.updateOne({ name: job.name }, { leasedUntil: now, failure: failure === null ? null : String(failure).slice(0, 500) });
  return true;
}

/** Runs the jobs by their schedules until `stop` is called, which waits for those that are running. */
export function startJobs(jobs: readonly Job[], now: Clock, log: Logger): () => Promise<void> {
  const running = new Set<Promise<unknown>>();
  const timers = jobs.map(
    (job) =>
      new Cron(job.schedule, { timezone: 'UTC', protect: true, unref: true }, async () => {
        const turn = runIfDue(job, now(), log).catch((thrown: unknown) =>
          log.error({ job: job.name, err: thrown }, 'a job could not start'),
        );
        running.add(turn);
        await turn;
        running.delete(turn);
      }),
  );
  return async () => {
    for (const timer of timers) timer.stop();
    await Promise.all(running);
  };
}
