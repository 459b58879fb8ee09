/** How long a slice of one act lasts before the other one has its turn. */
const sliceMilliseconds = 400;
const slices = 4;

/** Runs an act again and again, so many at a time, and counts how often it was done. */
const runFor = async (milliseconds, parallel, act) => {
  const end = performance.now() + milliseconds;
  let count = 0;
  const worker = async (lane) => {
    while (performance.now() < end) {
      await act(lane);
      count += 1;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: parallel }, (_, lane) => worker(lane)));
  return { count, milliseconds: performance.now() - start };
};

const perSecond = ({ count, milliseconds }) => (count / milliseconds) * 1000;

const add = (total, slice) => ({ count: total.count + slice.count, milliseconds: total.milliseconds + slice.milliseconds });

/** Measures an act and a bare ping in turn, so that both meet the same weather: requests per second, and their share of the pings. */
export const compareWithPing = async (database, parallel, act) => {
  const nothing = { count: 0, milliseconds: 0 };
  let pings = nothing;
  let acts = nothing;
  await runFor(sliceMilliseconds, parallel, act);
  for (let slice = 0; slice < slices; slice += 1) {
    pings = add(pings, await runFor(sliceMilliseconds, parallel, () => database.command({ ping: 1 })));
    acts = add(acts, await runFor(sliceMilliseconds, parallel, act));
  }
  return { perSecond: perSecond(acts), pingsPerSecond: perSecond(pings), share: perSecond(acts) / perSecond(pings) };
};
