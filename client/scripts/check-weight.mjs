// Fails when the first view of the public directory, or of its frame on other sites, weighs more than the readers' lines should carry:
// what a browser brings before the list stands, compressed, in each language.
import { readFileSync, statSync } from 'node:fs';
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

/** What comes before the list stands: on the directory's page, and in the frame on another site, where the map is part of it. */
const views = {
  '/directory': (language) => {
    const wordsOfTheFrame = Object.keys(portal).find((name) => portal[name].name === language && !portal[name].src);
    return filesFor(
      portal,
      ['index.html', 'icon.svg'],
      [
        'index.html',
        'src/directory/DirectoryPage.tsx',
        'src/people/menu/AccountMenu.tsx',
        wordsOfTheFrame,
        `src/directory/catalogues/${language}.json`,
      ],
    );
  },
  '/embed': (language) =>
    filesFor(
      frame,
      ['embed.html', 'icon.svg', 'embed.js'],
      [
        'embed.html',
        'src/directory/ways-out/showFrame.tsx',
        'src/directory/map/WorldMap.tsx',
        ...['app', 'ui', 'directory', 'directory/ways-out'].map((folder) => `src/${folder}/catalogues/${language}.json`),
      ],
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
