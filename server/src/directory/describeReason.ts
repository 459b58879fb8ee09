import type { Language } from '../platform/language.js';
import { fill, words } from '../platform/words.js';
import type { DuplicateReason } from './import/findPossibleDuplicates.js';
import { countryName } from './places/countryNames.js';

const sentences = {
  SAME_NAME: words({
    en: 'The same name: {words}',
    fr: 'Le même nom : {words}',
    es: 'El mismo nombre: {words}',
    ar: 'الاسم نفسه: {words}',
  }),
  SIMILAR_NAME: words({
    en: 'Similar names, both with: {words}',
    fr: 'Des noms proches, tous deux avec : {words}',
    es: 'Nombres parecidos, ambos con: {words}',
    ar: 'اسمان متقاربان، في كليهما: {words}',
  }),
  SAME_ACRONYM: words({
    en: 'The same acronym: {words}',
    fr: 'Le même sigle : {words}',
    es: 'La misma sigla: {words}',
    ar: 'الاختصار نفسه: {words}',
  }),
  NAME_IS_ACRONYM: words({
    en: 'The acronym of one is the name of the other: {words}',
    fr: 'Le sigle de l’une est le nom de l’autre : {words}',
    es: 'La sigla de una es el nombre de la otra: {words}',
    ar: 'اختصار إحداهما هو اسم الأخرى: {words}',
  }),
  SAME_COUNTRY: words({
    en: 'The same country: {words}',
    fr: 'Le même pays : {words}',
    es: 'El mismo país: {words}',
    ar: 'البلد نفسه: {words}',
  }),
} as const;

/** Says in the reader's language why two entries may be one, with the words that match. */
export function describeReason({ kind, words: matching }: DuplicateReason, language: Language): string {
  const shown =
    kind === 'SAME_COUNTRY' ? countryName(matching, language) : kind.endsWith('NAME') ? `“${matching}”` : matching.toUpperCase();
  return fill(sentences[kind][language], { words: shown });
}
