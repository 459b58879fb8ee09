import type { LoadCatalogue } from './i18n.js';

const files = import.meta.glob<Record<string, string>>(['./catalogues/*.json', '../*/catalogues/*.json', './*/catalogues/*.json'], { import: 'default' });
const fileByName = new Map(Object.entries(files).map(([path, load]) => [nameOf(path), load]));

/** Each catalogue is a file of its own, loaded when asked for. */
export const loadCatalogue: LoadCatalogue = async (room, language) => {
  const load = fileByName.get(`${room}/${language}`);
  if (!load) throw new Error(`There are no words for ${room} in ${language}.`);
  return load();
};

/** `../directory/catalogues/fr.json` as `directory/fr`; the catalogues of this folder are those of the room `app`. */
function nameOf(path: string): string {
  const [, room = 'app', language] = /(?:([^./]+)\/)?catalogues\/(\w+)\.json$/.exec(path) ?? [];
  return `${room}/${language}`;
}
