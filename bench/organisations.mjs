// Invented organisations for measurements: the same number gives the same organisations, letter for letter.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const read = (name) => parse(readFileSync(join(root, 'data', name), 'utf8'), { schema: 'core' });
const themes = read('themes.yaml').flatMap((cluster) => cluster.themes);
const exchanges = read('exchanges.yaml').map(({ id }) => id);
const countries =
  'KE UG TZ ET NG GH SN TG CI CD CM RW BI MG ZA ZW ZM MW MZ ML BF NE EG MA TN DZ JO LB SY IQ YE SD IN BD NP LK PK PH TH KH VN ID MY JP CN MN AU NZ FJ GB IE FR BE NL DE CH AT IT ES PT SE NO DK FI PL CZ RO BG RS HR UA MD GE AM TR GR CO PE BO EC CL AR BR PY UY VE MX GT HN SV NI CR PA DO HT CU JM US CA'.split(
    ' ',
  );
const languages = ['en', 'fr', 'es', 'ar', 'pt', 'sw', 'ru', 'zh', 'hi', 'bn'];
const languageOf = {
  FR: 'fr',
  SN: 'fr',
  TG: 'fr',
  CI: 'fr',
  CD: 'fr',
  ML: 'fr',
  ES: 'es',
  CO: 'es',
  PE: 'es',
  CL: 'es',
  AR: 'es',
  MX: 'es',
  EG: 'ar',
  JO: 'ar',
  LB: 'ar',
  SY: 'ar',
  YE: 'ar',
};
const types = [
  'NATIONAL_COALITION',
  'NATIONAL_OR_LOCAL',
  'NATIONAL_OR_LOCAL',
  'NATIONAL_OR_LOCAL',
  'REGIONAL',
  'INTERNATIONAL',
  'ACADEMIC',
  'PUBLIC_BODY',
  'CHILD_OR_YOUTH_LED',
  'INDIVIDUAL',
];
const mechanisms = [
  'COMMITTEE_ON_THE_RIGHTS_OF_THE_CHILD',
  'UNIVERSAL_PERIODIC_REVIEW',
  'HUMAN_RIGHTS_COUNCIL',
  'SPECIAL_PROCEDURES',
  'REGIONAL_MECHANISMS',
];
const kinds = {
  en: ['Network', 'Centre', 'Alliance', 'Forum', 'Coalition', 'Foundation', 'Association', 'Institute'],
  fr: ['Réseau', 'Centre', 'Alliance', 'Forum', 'Coalition', 'Fondation', 'Association', 'Institut'],
  es: ['Red', 'Centro', 'Alianza', 'Foro', 'Coalición', 'Fundación', 'Asociación', 'Instituto'],
  ar: ['شبكة', 'مركز', 'تحالف', 'منتدى', 'ائتلاف', 'مؤسسة', 'جمعية', 'معهد'],
};
const joined = { en: 'for', fr: 'pour', es: 'por', ar: 'من أجل' };
const syllables = [
  'ba',
  'ke',
  'lo',
  'mi',
  'ra',
  'su',
  'ta',
  'no',
  've',
  'zi',
  'dar',
  'lin',
  'mor',
  'pel',
  'san',
  'tur',
  'wes',
  'yal',
  'quo',
  'fen',
];

/** A generator of numbers from 0 to 1 that begins anew with the seed (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const hex = (number) => number.toString(16).padStart(24, '0');

/** So many invented organisations and their affiliations, in the shape in which the database keeps them, but with keys in hexadecimal. */
export function inventOrganisations(count, seed = 20261) {
  const random = randomFrom(seed);
  const one = (values) => values[Math.floor(random() * values.length)];
  const some = (values, most) => [...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => one(values)))];
  const properName = () => {
    const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => one(syllables)).join('');
    return word[0].toUpperCase() + word.slice(1);
  };
  const networks = Array.from({ length: 40 }, (_, number) => `Invented ${properName()} ${one(kinds.en)} ${number + 1}`);
  const organisations = [];
  const affiliations = [];
  for (let number = 0; number < count; number += 1) {
    const country = random() < 0.05 ? null : one(countries);
    const language = languageOf[country] ?? 'en';
    const spoken = themes.length ? one(themes) : null;
    const speaksOfTheme = random() < 0.4;
    const subject = speaksOfTheme ? one([spoken.label[language], ...spoken[language]]) : properName();
    const name = `${properName()} ${one(kinds[language])} ${joined[language]} ${subject}`;
    const states = random() < 0.6;
    const id = hex(number + 1);
    organisations.push({
      _id: id,
      slug: `invented-${number + 1}`,
      key: `invented ${number + 1}`,
      name,
      acronym:
        random() < 0.5
          ? Array.from({ length: 3 + Math.floor(random() * 3) }, () => String.fromCharCode(65 + Math.floor(random() * 26))).join('')
          : null,
      level: one(['NATIONAL', 'NATIONAL', 'NATIONAL', 'REGIONAL', 'INTERNATIONAL']),
      country,
      confidence: one(['HIGH', 'HIGH', 'MEDIUM', 'LOW']),
      sourceUrl: null,
      isNetworkSecretariat: false,
      isFictional: true,
      listing: random() < 0.9 ? 'LISTED' : random() < 0.8 ? 'MEMBERS' : 'UNLISTED',
      recordReadOn: '2026-01-01',
      names: random() < 0.2 ? [{ text: `${properName()} ${one(kinds.fr)}`, language: 'fr', kind: 'TRANSLATED' }] : [],
      type: states ? one(types) : null,
      statedThemes: states ? [...new Set([spoken.id, ...some(themes, 3).map(({ id: theme }) => theme)])] : null,
      mechanisms: some(mechanisms, 2),
      countriesOfWork: some(countries, 2),
      languages: [...new Set([language, ...some(languages, 2)])],
      offers: some(exchanges, 3),
      seeks: some(exchanges, 2),
      foundedIn: 1950 + Math.floor(random() * 75),
      website: null,
      descriptions: [],
      identifiers: [],
      confirmations: [],
      chosenPlace: null,
      seat: null,
    });
    for (const network of some(networks, 2)) {
      affiliations.push({
        _id: hex(0x1000000 + affiliations.length),
        organisation: id,
        network,
        networkSlug: network.toLowerCase().replaceAll(' ', '-'),
        role: null,
        sourceUrl: 'https://fictional.example/',
        confidence: 'HIGH',
        from: null,
        to: null,
        namedOn: null,
      });
    }
  }
  return { organisations, affiliations };
}

/** Distinct questions without end, as people put them: names, beginnings, misspelt words, themes and places in four languages. */
export function* inventSearches(organisations, seed = 7) {
  const random = randomFrom(seed);
  const one = (values) => values[Math.floor(random() * values.length)];
  const misspelt = (word) => {
    const at = 1 + Math.floor(random() * Math.max(1, word.length - 2));
    return word.slice(0, at) + word.slice(at + 1);
  };
  const names = new Intl.DisplayNames(['fr'], { type: 'region' });
  for (let number = 0; ; number += 1) {
    const words = one(organisations).name.split(' ');
    const theme = one(themes);
    const language = one(['en', 'fr', 'es', 'ar']);
    const country = names.of(one(countries));
    yield one([
      () => words.join(' '),
      () => words[0].slice(0, 2 + Math.floor(random() * 4)),
      () => `${misspelt(words[0])} ${words[1] ?? ''}`,
      () => one([theme.label[language], ...theme[language]]),
      () => `${one([theme.label[language], ...theme[language]])} ${country}`,
      () => `${one(theme[language]).slice(0, 4)}`,
      () => `${one(kinds[language])} ${country}`,
      () => `${words[1] ?? words[0]} ${words[0].slice(0, 3)}`,
    ])();
  }
}

/** Distinct filters without end, with an order each. */
export function* inventFilters(seed = 11) {
  const random = randomFrom(seed);
  const one = (values) => values[Math.floor(random() * values.length)];
  const two = (values) => [...new Set([one(values), one(values)])];
  for (;;) {
    const filter = {
      ...(random() < 0.4 && { countries: two(countries) }),
      ...(random() < 0.4 && { themes: two(themes.map(({ id }) => id)) }),
      ...(random() < 0.3 && { languages: two(languages) }),
      ...(random() < 0.3 && { levels: [one(['NATIONAL', 'REGIONAL', 'INTERNATIONAL'])] }),
      ...(random() < 0.2 && { offers: two(exchanges) }),
      ...(random() < 0.2 && { seeks: two(exchanges) }),
      ...(random() < 0.2 && { types: two(types) }),
    };
    yield { filter, sort: one(['NAME', 'COUNTRY']), first: 1 + Math.floor(random() * 50) };
  }
}
