import type { LoadCatalogue } from './i18n.js';

const files = import.meta.glob<Record<string, string>>(['../*/catalogues/*.json', '../*/*/catalogues/*.json'], { import: 'default' });
const fileByName = new Map(Object.entries(files).map(([path, load]) => [nameOf(path), load]));

/** Each catalogue is a file of its own, loaded when asked for. */
export const loadCatalogue: LoadCatalogue = async (room, language) => {
  const load = fileByName.get(`${room}/${language}`);
  if (!load) throw new Error(`There are no words for ${room} in ${language}.`);
  return load();
};

/** `../directory/organisation/catalogues/fr.json` as `organisation/fr`: words are called after the folder that they stand in, `./` being `app`. */
function nameOf(path: string): string {
  const [, folder, language] = /([^/]+)\/catalogues\/(\w+)\.json$/.exec(path) ?? [];
  return `${folder === '.' ? 'app' : folder}/${language}`;
}
