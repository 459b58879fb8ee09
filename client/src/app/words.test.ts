import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { languages } from '../ui/language.js';

const source = join(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
const folders = [...new Set(files.filter((file) => file.endsWith('.json') && file.includes('catalogues')).map(dirname))];
const program = files
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.d\.ts$|^generated/.test(file))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

const forms = /_(zero|one|two|few|many|other)$/;
const read = (folder: string, language: string) =>
  JSON.parse(readFileSync(join(source, folder, `${language}.json`), 'utf8')) as Record<string, string>;
const keysOf = (words: Record<string, string>) => [...new Set(Object.keys(words).map((key) => key.replace(forms, '')))].sort();
const blanksOf = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name))].sort();

/** Whether the program says the key, whole or by the beginning of a template such as `region.${region}`. */
const isUsed = (key: string) => program.includes(`'${key}'`) || program.includes(`\`${key.slice(0, key.indexOf('.') + 1)}\${`);

describe.each(folders)('the words in %s', (folder) => {
  const english = read(folder, 'en');

  it('are all used', () => {
    expect(keysOf(english).filter((key) => !isUsed(key))).toEqual([]);
  });

  it.each(languages)('are complete in %s, with each form that the language counts by', (language) => {
    const words = read(folder, language);
    expect(keysOf(words)).toEqual(keysOf(english));
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [
      ...new Set(
        Object.keys(english)
          .filter((key) => forms.test(key))
          .map((key) => key.replace(forms, '')),
      ),
    ];
    for (const key of counted) {
      expect({
        key,
        forms: Object.keys(words)
          .filter((one) => one.replace(forms, '') === key && forms.test(one))
          .map((one) => one.slice(key.length + 1))
          .sort(),
      }).toEqual({ key, forms: [...categories].sort() });
    }
    expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(languages)('leave the same blanks in %s as in English', (language) => {
    const words = read(folder, language);
    // A form for one, two or none may leave the number out.
    const blanks = (all: Record<string, string>, key: string) => blanksOf(all[key] ?? all[`${key}_other`] ?? '');
    expect(keysOf(words).filter((key) => blanks(words, key).join() !== blanks(english, key).join())).toEqual([]);
  });
});
