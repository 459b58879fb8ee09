// How fast the directory page comes from the running portal, as a share of a bare node:http server in the same run.
// `npm run bench -- --seconds 5 --rounds 3 --connections 32`
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchDirectory } from './directory.mjs';
import { ask, json, pageOf, signIn } from './page.mjs';
import { countCommands, runLoad, start, stop } from './processes.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
  },
});
const [seconds, rounds, connections] = [values.seconds, values.rounds, values.connections].map(Number);

const body = pageOf(50);

const targets = { anonymous: 0.4, 'signed in': 0.2 };
const mostCommands = 3;

const folder = await mkdtemp(join(tmpdir(), 'plenum-bench-'));
const running = [];
try {
  const portal = await start('server/dist/main.js', [], environment('kept'), /open at (http:\S+)/);
  running.push(portal);
  const unkept = await start('server/dist/main.js', [], { ...environment('unkept'), KEEP_ANSWERS: '0' }, /open at (http:\S+)/);
  running.push(unkept);
  const { answer } = await ask(portal.url, json, body);
  await writeFile(join(folder, 'answer.json'), JSON.stringify(answer));
  const bare = await start('bench/bare-server.mjs', [join(folder, 'answer.json')], {}, /(http:\S+)/);
  running.push(bare);

  const contestants = [
    { name: 'bare node:http, stringifying the same object', url: bare.url, headers: json },
    { name: 'anonymous', url: portal.url, headers: json },
    { name: 'signed in', url: portal.url, headers: { ...json, Cookie: await signIn(portal.url) } },
    { name: 'anonymous, no answers kept', url: unkept.url, headers: json },
    { name: 'signed in, no answers kept', url: unkept.url, headers: { ...json, Cookie: await signIn(unkept.url) } },
  ];
  const { edges, totalCount } = answer.data.organisations;
  console.log(
    `The directory page: ${edges.length} of ${totalCount} organisations, ${(JSON.stringify(answer).length / 1000).toFixed(1)} kB, ${connections} connections, ${rounds} rounds of ${seconds} s each.\n`,
  );
  for (const contestant of contestants) contestant.results = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of contestants) {
      contestant.results.push(
        await runLoad({
          url: contestant.url,
          headers: contestant.headers,
          body,
          connections,
          seconds,
          warmUpSeconds: round === 0 ? 2 : 0.5,
        }),
      );
    }
  }
  const commandsOf = await countCommands(environment('commands'));
  const [measure] = contestants.map(summary);
  let isEnough = true;
  console.log('  per second      p50        p99   share  commands a request');
  for (const contestant of contestants) {
    const { perSecond, p50, p99, wrong } = summary(contestant);
    const share = perSecond / measure.perSecond;
    const commands = commandsOf[contestant.name.split(',')[0]];
    const target = targets[contestant.name];
    if (wrong > 0 || (target !== undefined && (share < target || commands > mostCommands))) isEnough = false;
    console.log(
      `${perSecond.toFixed(0).padStart(12)} ${p50.toFixed(2).padStart(8)} ms ${p99.toFixed(2).padStart(7)} ms   ${share.toFixed(2)}  ${commands === undefined ? '   ' : commands.toFixed(2).padStart(5)}  ${contestant.name}${target ? ` (at least ${target})` : ''}${wrong > 0 ? `, ${wrong} WRONG ANSWERS` : ''}`,
    );
  }
  if (!(await benchDirectory({ seconds, commands: Math.max(...Object.values(commandsOf)) }))) isEnough = false;
  console.log(isEnough ? '\nFast enough.' : '\nToo slow, or wrong.');
  process.exitCode = isEnough ? 0 : 1;
} finally {
  await Promise.all(running.map(stop));
  await rm(folder, { recursive: true, force: true });
}

function environment(name) {
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    DEMONSTRATION: 'true',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'warn',
    PLENUM_DATA: join(folder, name),
    MONGODB_URI: '',
    NODE_ENV: 'production',
  };
}

function summary({ results }) {
  const median = (name) => results.map((result) => result[name]).sort((a, b) => a - b)[Math.floor(results.length / 2)];
  return {
    perSecond: median('perSecond'),
    p50: median('p50'),
    p99: median('p99'),
    wrong: results.reduce((sum, { wrong }) => sum + wrong, 0),
  };
}
