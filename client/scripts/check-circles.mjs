// Fails when files of the built client import one another in a circle: which of them runs first would then depend on chance.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'dist', '.vite');

function findCircle(manifest) {
  const done = new Set();
  const walk = (name, path) => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return null;
    for (const next of manifest[name]?.imports ?? []) {
      const circle = walk(next, [...path, name]);
      if (circle) return circle;
    }
    done.add(name);
    return null;
  };
  for (const name of Object.keys(manifest)) {
    const circle = walk(name, []);
    if (circle) return circle;
  }
  return null;
}

for (const file of ['manifest.json', 'frame-manifest.json']) {
  const circle = findCircle(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  if (circle) {
    console.error(`Files of the client import one another in a circle: ${circle.join(' -> ')}`);
    process.exitCode = 1;
  }
}
