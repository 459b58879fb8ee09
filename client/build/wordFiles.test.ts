import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordFiles } from './wordFiles.js';

const source = join(import.meta.dirname, '..', 'src');
const files = wordFiles(source);

test('every catalogue is in just one file, under the name of its room', () => {
  const catalogues = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => /catalogues[\\/]\w+\.json$/.test(path));
  const rooms = [...files].flatMap(([name, words]) => Object.keys(words).map((room) => `${room} ${name.slice(-2)}`));
  expect(rooms).toHaveLength(catalogues.length);
  expect(new Set(rooms).size).toBe(catalogues.length);
});

test('what every page needs comes together, and so do the list and its filters', () => {
  expect(Object.keys(files.get('frame-ar') ?? {}).sort()).toEqual(['app', 'ui']);
  expect(Object.keys(files.get('directory-fr') ?? {}).sort()).toEqual(['directory', 'facets']);
  expect(files.get('organisation-es')).toEqual({
    organisation: JSON.parse(readFileSync(join(source, 'directory', 'organisation', 'catalogues', 'es.json'), 'utf8')) as unknown,
  });
});
