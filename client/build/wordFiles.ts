import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const virtualName = 'virtual:word-files';

type Words = Readonly<Record<string, string>>;

/** Rooms whose words are needed together come in one file. */
const together: Readonly<Record<string, string>> = { app: 'frame', ui: 'frame', directory: 'directory', facets: 'directory' };

const catalogue = /([^\\/]+)[\\/]catalogues[\\/](\w+)\.json$/;

const cataloguesBelow = (sourceFolder: string): string[] =>
  readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => catalogue.test(path))
    .sort()
    .map((path) => join(sourceFolder, path));

/**
 * The files of words by name, such as `directory-fr`: in each the words of its rooms. `directory/organisation/catalogues/fr.json` holds those of
 * the room `organisation`.
 */
export function wordFiles(sourceFolder: string): Map<string, Record<string, Words>> {
  const files = new Map<string, Record<string, Words>>();
  for (const path of cataloguesBelow(sourceFolder)) {
    const [, room = '', language = ''] = catalogue.exec(path) ?? [];
    const name = `${together[room] ?? room}-${language}`;
    files.set(name, { ...files.get(name), [room]: JSON.parse(readFileSync(path, 'utf8')) as Words });
  }
  return files;
}

/**
 * Offers `virtual:word-files`: words as data beside the program, which no script has to carry. All addresses hold one sign of the state of all
 * words, so that the program need not know an address for each.
 */
export function wordFilesModule(sourceFolder: string): Plugin {
  let isBuild = false;
  return {
    name: 'word-files',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === virtualName ? `\0${virtualName}` : undefined),
    load(id) {
      if (id !== `\0${virtualName}`) return undefined;
      for (const path of cataloguesBelow(sourceFolder)) this.addWatchFile(path);
      const files = wordFiles(sourceFolder);
      if (!isBuild) {
        return `const files = ${JSON.stringify(Object.fromEntries(files))};
export const fileOf = (room) => (${JSON.stringify(together)})[room] ?? room;
export const loadFile = async (name) => files[name] ?? Promise.reject(new Error('There are no words in ' + name + '.'));`;
      }
      const state = createHash('sha256')
        .update(JSON.stringify([...files]))
        .digest('base64url')
        .slice(0, 8);
      for (const [name, words] of files) {
        this.emitFile({ type: 'asset', fileName: `assets/words-${name}-${state}.json`, source: JSON.stringify(words) });
      }
      return `export const fileOf = (room) => (${JSON.stringify(together)})[room] ?? room;
export async function loadFile(name) {
  const response = await fetch('/assets/words-' + name + '-${state}.json');
  if (!response.ok) throw new Error('The words of ' + name + ' did not arrive.');
  return response.json();
}`;
    },
  };
}
