import type { Job } from './jobs.js';
import { runIfDue } from './jobs.js';
import { createLog } from './log.js';
import { testDatabase } from './testing/database.js';
import { testMoment } from './testing/request.js';

testDatabase();

const log = createLog('silent');
const minutes = (count: number) => new Date(testMoment.getTime() + count * 60_000);

function counting(name: string, run: (now: Date) => Promise<void> = () => Promise.resolve()): { job: Job; turns: () => number } {
  let turns = 0;
  const job = {
    name,
    schedule: '*/10 * * * *',
    run: (now: Date) => {
      turns += 1;
      return run(now);
    },
  };
  return { job, turns: () => turns };
}

test('a job runs when it is due and then not before its next time', async () => {
  const { job, turns } = counting('due');
  expect(await runIfDue(job, testMoment, log)).toBe(true);
  expect(await runIfDue(job, minutes(9), log)).toBe(false);
  expect(await runIfDue(job, minutes(10), log)).toBe(true);
  expect(turns()).toBe(2);
});

test('of ten processes one runs it', async () => {
  const { job, turns } = counting('contested');
  const ran = await Promise.all(Array.from({ length: 10 }, () => runIfDue(job, testMoment, log)));
  expect(ran.filter(Boolean)).toHaveLength(1);
  expect(turns()).toBe(1);
});

test('a job that fails is tried again at its next time', async () => {
  const { job, turns } = counting('failing', () => Promise.reject(new Error('no')));
  await runIfDue(job, testMoment, log);
  expect(await runIfDue(job, minutes(10), log)).toBe(true);
  expect(turns()).toBe(2);
});

test('nobody takes a job that another process is still at, until its lease of ten minutes is over', async () => {
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const turns: Date[] = [];
  const first: { started: Promise<void>; job: Job } = (() => {
    let start: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      start = resolve;
    });
    const run = (now: Date) => {
      turns.push(now);
      start();
      return finished;
    };
    return { started, job: { name: 'long', schedule: '* * * * *', run } };
  })();
  const running = runIfDue(first.job, testMoment, log);
  await first.started;
  expect(await runIfDue(first.job, minutes(5), log)).toBe(false);
  const late = runIfDue(first.job, minutes(10), log);
  finish();
  expect(await late).toBe(true);
  await running;
  expect(turns).toEqual([testMoment, minutes(10)]);
});
