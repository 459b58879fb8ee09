import type { Language } from '../../platform/language.js';
import { fill, words } from '../../platform/words.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { countryName } from '../places/countryNames.js';
import { descriptionFor, networksOf } from './facts.js';
import { kindLabels } from './labels.js';

const withNetworks = words({
  en: '{who}. Networks: {networks}.',
  fr: '{who}. Réseaux : {networks}.',
  es: '{who}. Redes: {networks}.',
  ar: '{who}. الشبكات: {networks}.',
});

const longestDescription = 300;

/** Who it is, in its own words or as the record has it: for lists of search engines, previews of links and the feed. */
export function inOneSentence(organisation: OrganisationRecord, language: Language): string {
  const own = descriptionFor(organisation, language);
  if (own !== null) return shortened(own.text);
  const { level, country } = organisation;
  const who = [kindLabels[level][language], ...(country === null ? [] : [countryName(country, language)])].join(' · ');
  const networks = networksOf(organisation);
  if (networks.length === 0) return `${who}.`;
  return shortened(fill(withNetworks[language], { who, networks: networks.join(language === 'ar' ? '، ' : ', ') }));
}

/** Cut at the end of a word. */
function shortened(text: string): string {
  const inOneLine = text.replace(/\s+/g, ' ').trim();
  if (inOneLine.length <= longestDescription) return inOneLine;
  const cut = inOneLine.slice(0, longestDescription);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestDescription / 2))}…`;
}
