import { fileOf, loadFile, type WordFile } from 'virtual:word-files';
import type { LoadCatalogue } from './i18n.js';

const arriving = new Map<string, Promise<WordFile>>();

/** The words of a room, from the file in which they come; a failure is tried anew by the next who asks. */
export const loadCatalogue: LoadCatalogue = async (room, language) => {
  const name = `${fileOf(room)}-${language}`;
  const file = arriving.get(name) ?? loadFile(name);
  arriving.set(name, file);
  file.catch(() => arriving.delete(name));
  const words = (await file)[room];
  if (!words) throw new Error(`There are no words for ${room} in ${language}.`);
  return words;
};
