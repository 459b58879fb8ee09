// Fails when the first view of the public directory, or of its frame on other sites, weighs more than the readers' lines should carry:
// all that a browser brings unasked, compressed, in each language. The journey "The first view is light" measures the same on the wire.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const limits = { script: 150_000, all: 200_000 };
const languages = ['en', 'fr', 'es', 'ar'];
const dist = join(import.meta.dirname, '..', 'dist');
const manifestOf = (name) => JSON.parse(readFileSync(join(dist, '.vite', name), 'utf8'));
const portal = manifestOf('manifest.json');
const frame = manifestOf('frame-manifest.json');

/** The files of a chunk and of all that it imports at once. */
function filesOf(manifest, name, seen = new Set()) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`The build has no ${name}.`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const style of chunk.css ?? []) seen.add(style);
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, seen);
  return seen;
}

const weightOf = (file, encoding) => statSync(join(dist, `${file}.${encoding}`)).size;

function weigh(files, encoding) {
  const sum = (chosen) => chosen.reduce((total, file) => total + weightOf(file, encoding), 0);
  return { script: sum([...files].filter((file) => file.endsWith('.js'))), all: sum([...files]) };
}

const assets = readdirSync(join(dist, 'assets'));
const asset = (start, end) => `assets/${assets.find((name) => name.startsWith(start) && name.endsWith(end))}`;
const wordsOf = (files, language) => files.map((name) => asset(`words-${name}-${language}-`, '.json'));

const views = {
  '/directory': (language) =>
    filesFor(
      portal,
      ['index.html', 'icon.svg', asset('land-', '.svg'), ...wordsOf(['frame', 'directory'], language)],
      ['index.html', 'src/directory/DirectoryPage.tsx', Object.keys(portal).find((name) => portal[name].name === 'beside-the-list')],
    ),
  '/embed': (language) =>
    filesFor(
      frame,
      ['embed.html', 'icon.svg', 'embed.js', ...wordsOf(['frame', 'directory', 'ways-out'], language)],
      ['embed.html', 'src/directory/ways-out/showFrame.tsx', 'src/directory/map/WorldMap.tsx'],
    ),
};

function filesFor(manifest, plain, entries) {
  const files = new Set(plain);
  for (const entry of entries) filesOf(manifest, entry, files);
  return files;
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
let isTooHeavy = false;
for (const [address, filesIn] of Object.entries(views)) {
  for (const language of languages) {
    const { script, all } = weigh(filesIn(language), 'br');
    const gzipped = weigh(filesIn(language), 'gz');
    isTooHeavy ||= script > limits.script || all > limits.all;
    console.log(
      `${address} in ${language}: script ${kilobytes(script)}, all ${kilobytes(all)} (gzip: ${kilobytes(gzipped.script)}, ${kilobytes(gzipped.all)})`,
    );
  }
}
if (isTooHeavy) {
  console.error(
    `A first view may weigh ${kilobytes(limits.script)} of script and ${kilobytes(limits.all)} in all, compressed. It weighs more.`,
  );
  process.exitCode = 1;
}
