// Fails when the first view of the public directory weighs more than the readers' lines should carry:
// what a browser brings for /directory before the list stands, compressed, in each language.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const limits = { script: 150_000, all: 200_000 };
const languages = ['en', 'fr', 'es', 'ar'];
const dist = join(import.meta.dirname, '..', 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));

/** The files of a chunk and of all that it imports at once. */
function filesOf(name, seen = new Set()) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`The build has no ${name}.`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const style of chunk.css ?? []) seen.add(style);
  for (const imported of chunk.imports ?? []) filesOf(imported, seen);
  return seen;
}

const weightOf = (file, encoding) => statSync(join(dist, `${file}.${encoding}`)).size;

function weigh(language, encoding) {
  const files = new Set(['index.html', 'icon.svg']);
  const wordsOfTheFrame = Object.keys(manifest).find((name) => manifest[name].name === language && !manifest[name].src);
  const entries = [
    'index.html',
    'src/directory/DirectoryPage.tsx',
    'src/people/menu/AccountMenu.tsx',
    wordsOfTheFrame,
    `src/directory/catalogues/${language}.json`,
  ];
  for (const entry of entries) filesOf(entry, files);
  const sum = (chosen) => chosen.reduce((total, file) => total + weightOf(file, encoding), 0);
  return { script: sum([...files].filter((file) => file.endsWith('.js'))), all: sum([...files]) };
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
let isTooHeavy = false;
for (const language of languages) {
  const { script, all } = weigh(language, 'br');
  const gzipped = weigh(language, 'gz');
  isTooHeavy ||= script > limits.script || all > limits.all;
  console.log(
    `/directory in ${language}: script ${kilobytes(script)}, all ${kilobytes(all)} (gzip: ${kilobytes(gzipped.script)}, ${kilobytes(gzipped.all)})`,
  );
}
if (isTooHeavy) {
  console.error(
    `The first view of the directory may weigh ${kilobytes(limits.script)} of script and ${kilobytes(limits.all)} in all, compressed. It weighs more.`,
  );
  process.exitCode = 1;
}
