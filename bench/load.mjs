// Puts load on one address from a process of its own: raw sockets, each asking again as soon as it has its answer.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

// `bodies` are asked one after another, so that no question is asked twice before all are; without them `body` is asked again and again.
const { port, path, headers, body, bodiesFile, connections, seconds, warmUpSeconds } = JSON.parse(process.argv[2]);
const requestOf = (text) =>
  Buffer.from(
    [
      `POST ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${Buffer.byteLength(text)}`,
      '',
      text,
    ].join('\r\n'),
  );
const requests = (bodiesFile ? JSON.parse(readFileSync(bodiesFile, 'utf8')) : [body]).map(requestOf);
let next = 0;

const times = [];
let wrong = 0;
let isCounting = false;
let isOver = false;

function open() {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let begun = 0;
    let head = '';
    let missing = -1;
    const ask = () => {
      head = '';
      missing = -1;
      begun = performance.now();
      socket.write(requests[next++ % requests.length]);
    };
    socket.setNoDelay(true);
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (chunk) => {
      let length = chunk.length;
      if (missing < 0) {
        head += chunk.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!head.startsWith('HTTP/1.1 200')) wrong += 1;
        missing = Number(/content-length: (\d+)/i.exec(head.slice(0, end))?.[1]);
        if (Number.isNaN(missing)) return reject(new Error(`an answer without its length: ${head.slice(0, end)}`));
        length = head.length - end - 4;
      }
      missing -= length;
      if (missing > 0) return;
      if (isCounting) times.push(performance.now() - begun);
      if (isOver) socket.end();
      else ask();
    });
  });
}

const all = Array.from({ length: connections }, open);
setTimeout(() => {
  isCounting = true;
  const begun = performance.now();
  setTimeout(() => {
    isCounting = false;
    isOver = true;
    const elapsed = (performance.now() - begun) / 1000;
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
    process.stdout.write(JSON.stringify({ perSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99), wrong }));
  }, seconds * 1000);
}, warmUpSeconds * 1000);
await Promise.all(all);
