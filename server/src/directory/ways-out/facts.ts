import { createHash } from 'node:crypto';
import type { Language } from '../../platform/language.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import type { ApproximateDay, ThemeReading } from '../profile.js';
import { exchange, thesaurus } from '../themes/thesaurusFile.js';

/** The page of an organisation, without the portal's address and without a language. */
export function pathOf({ slug }: Pick<OrganisationRecord, 'slug'>): string {
  return `/organisations/${slug}`;
}

/** When the organisation was added: the database writes the second into each key. */
export function addedAt({ id }: Pick<OrganisationRecord, 'id'>): Date {
  return new Date(Number.parseInt(id.slice(0, 8), 16) * 1000);
}

/** When its entry last became another, as far as is kept: it was added, or a part of it was confirmed. */
export function updatedAt(organisation: OrganisationRecord): Date {
  const confirmed = organisation.confirmations.map(({ confirmedOn }) => Date.parse(`${confirmedOn}T00:00:00Z`));
  return new Date(Math.max(addedAt(organisation).getTime(), ...confirmed));
}

/** A name that stays the same for ever and wherever the portal stands: a UUID made of the words (RFC 9562, version 5, in the namespace of URLs). */
export function lastingId(words: string): string {
  const bytes = createHash('sha1').update(Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')).update(words).digest();
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x50;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function lastingIdOf({ id }: Pick<OrganisationRecord, 'id'>): string {
  return lastingId(`plenum:organisation:${id}`);
}

/** How it describes itself, in the language if it does so, else in the first that it has; null when it says nothing. */
export function descriptionFor({ descriptions }: OrganisationRecord, language: Language): { language: string; text: string } | null {
  return descriptions.find((each) => each.language === language) ?? descriptions[0] ?? null;
}

/** The keys of its themes that it has stated, or of those that were read from its name. */
export function themesOf({ themes }: OrganisationRecord, basis: ThemeReading['basis']): string[] {
  return themes.filter((each) => each.basis === basis).map(({ themeId }) => themeId);
}

/** What a theme is called; its key where the thesaurus has it no more. */
export function themeName(id: string, language: Language): string {
  return thesaurus.theme(id)?.label[language] ?? id;
}

/** What something that organisations offer or seek is called. */
export function exchangeName(id: string, language: Language): string {
  return exchange(id)?.label[language] ?? id;
}

/** Its networks, each once. */
export function networksOf({ affiliations }: OrganisationRecord): string[] {
  return [...new Map(affiliations.map(({ networkSlug, network }) => [networkSlug, network])).values()];
}

/** A day as exactly as it is known: 2012, 2012-05 or 2012-05-31; empty when it is not. */
export function known(day: ApproximateDay | null): string {
  return day === null ? '' : day.on.slice(0, { YEAR: 4, MONTH: 7, DAY: 10 }[day.precision]);
}
