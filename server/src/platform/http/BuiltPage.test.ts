import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuiltPage } from './BuiltPage.js';
import { StaticFiles } from './StaticFiles.js';

const html = '<head><script type="module" src="/assets/index-1.js"></script><link rel="stylesheet" href="/assets/index-1.css" /></head>';
const manifest = {
  'index.html': { file: 'assets/index-1.js', css: ['assets/index-1.css'], imports: ['_libraries'] },
  _libraries: { file: 'assets/libraries-1.js' },
  _facts: { file: 'assets/facts-1.js', css: ['assets/facts-1.css'], imports: ['src/room/Page.tsx'] },
  'src/room/Page.tsx': { file: 'assets/Page-1.js', css: ['assets/Page-1.css'], imports: ['index.html', '_libraries', '_facts'] },
};
let folder: string;
let page: BuiltPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-built-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const name of ['frame-en', 'frame-ar', 'room-en', 'room-ar']) await writeFile(join(folder, 'assets', `words-${name}-x.json`), '{}');
  page = new BuiltPage(html, new StaticFiles(folder), '/manifest.json');
});

afterAll(() => rm(folder, { recursive: true }));

test('a page comes with its scripts, styles and words, what others import first, and nothing twice', () => {
  expect(page.partsAtOnce({ module: 'room/Page', words: ['room', 'together with another'] }, 'ar')).toEqual([
    '<link rel="stylesheet" crossorigin href="/assets/facts-1.css" />',
    '<link rel="stylesheet" crossorigin href="/assets/Page-1.css" />',
    '<link rel="modulepreload" crossorigin href="/assets/libraries-1.js" />',
    '<link rel="modulepreload" crossorigin href="/assets/facts-1.js" />',
    '<link rel="modulepreload" crossorigin href="/assets/Page-1.js" />',
    '<link rel="preload" as="fetch" crossorigin href="/assets/words-frame-ar-x.json" />',
    '<link rel="preload" as="fetch" crossorigin href="/assets/words-room-ar-x.json" />',
  ]);
});

test('an address without a page, and a page that the build does not know, come with the words of the frame', () => {
  const frame = ['<link rel="preload" as="fetch" crossorigin href="/assets/words-frame-en-x.json" />'];
  expect(page.partsAtOnce(undefined, 'en')).toEqual(frame);
  expect(page.partsAtOnce({ module: 'room/Elsewhere', words: [] }, 'en')).toEqual(frame);
});
