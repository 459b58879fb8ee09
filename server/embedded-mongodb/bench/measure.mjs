/** How long a slice of one act lasts before the other one has its turn. */
const sliceMilliseconds = 400;
const slices = 9;
/** Until the engines on both sides of the line have compiled what is asked again and again. */
const warmUpMilliseconds = 3000;

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

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/**
 * Measures an act and a bare ping in turn, so that both meet the same weather: the medians of the slices' requests per second, and of their shares of
 * the pings beside them, so that a slice in which the machine was busy elsewhere does not count.
 */
export const compareWithPing = async (database, parallel, act) => {
  const ping = () => database.command({ ping: 1 });
  await runFor(warmUpMilliseconds, parallel, act);
  const measured = [];
  for (let slice = 0; slice < slices; slice += 1) {
    const pings = perSecond(await runFor(sliceMilliseconds, parallel, ping));
    const acts = perSecond(await runFor(sliceMilliseconds, parallel, act));
    measured.push({ acts, pings, share: acts / pings });
  }
  const medianOf = (what) => median(measured.map((slice) => slice[what]));
  return { perSecond: medianOf('acts'), pingsPerSecond: medianOf('pings'), share: medianOf('share') };
};
