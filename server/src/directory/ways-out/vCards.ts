import { addressIn } from '../../platform/http/PageHead.js';
import type { Language } from '../../platform/language.js';
import { withoutControls } from '../../platform/markup.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { countryName } from '../places/countryNames.js';
import { descriptionFor, lastingIdOf, pathOf, themeName, themesOf, updatedAt } from './facts.js';

/** One way to reach an organisation that it shows to everybody. */
export interface ShownContact {
  kind: 'EMAIL' | 'PHONE' | 'WEBSITE' | 'POSTAL_ADDRESS' | 'MESSENGER';
  value: string;
}

/** How long a line may be before it is folded, in bytes (RFC 6350, section 3.2). */
const longestLine = 75;

/** The list as vCards (RFC 6350, version 4.0), one an organisation, with what it shows to everybody. */
export function vCards(
  organisations: readonly OrganisationRecord[],
  contacts: ReadonlyMap<string, readonly ShownContact[]>,
  { language, publicUrl }: { language: Language; publicUrl: string },
): string {
  return organisations
    .map((each) =>
      vCard(each, contacts.get(each.id) ?? [], language, publicUrl)
        .map(folded)
        .join(''),
    )
    .join('');
}

function vCard(organisation: OrganisationRecord, contacts: readonly ShownContact[], language: Language, publicUrl: string): string[] {
  const { name, acronym, names, country, place, website, languages } = organisation;
  const translated = names.filter(({ kind }) => kind === 'TRANSLATED');
  const otherwise = [
    ...(acronym === null ? [] : [acronym]),
    ...names.filter(({ kind }) => kind !== 'TRANSLATED').map(({ text: other }) => other),
  ];
  const themes = themesOf(organisation, 'STATED').map((id) => themeName(id, language));
  const description = descriptionFor(organisation, language);
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//Plenum//Directory//EN',
    'KIND:org',
    `UID:${lastingIdOf(organisation)}`,
    `FN:${text(name)}`,
    ...translated.map((other) => `FN${other.language === null ? '' : `;LANGUAGE=${other.language}`}:${text(other.text)}`),
    `ORG:${text(name)}`,
    ...(otherwise.length > 0 ? [`NICKNAME:${otherwise.map(text).join(',')}`] : []),
    ...(country === null
      ? []
      : [`ADR;TYPE=work:;;;${text(place?.city ?? '')};${text(place?.region ?? '')};;${text(countryName(country, language))}`]),
    ...(website === null ? [] : [`URL:${uri(website)}`]),
    ...contacts.filter(({ kind, value }) => kind !== 'WEBSITE' || value !== website).map(lineOfContact),
    ...languages.map((each) => `LANG:${text(each)}`),
    ...(themes.length > 0 ? [`CATEGORIES:${themes.map(text).join(',')}`] : []),
    ...(description === null ? [] : [`NOTE;LANGUAGE=${description.language}:${text(description.text)}`]),
    ...(organisation.isFictional ? ['NOTE;LANGUAGE=en:Invented for a demonstration\\; it does not exist.'] : []),
    `SOURCE:${uri(addressIn(publicUrl, pathOf(organisation), null))}`,
    `REV:${updatedAt(organisation)
      .toISOString()
      .replace(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ];
}

function lineOfContact({ kind, value }: ShownContact): string {
  switch (kind) {
    case 'EMAIL':
      return `EMAIL:${text(value)}`;
    case 'PHONE':
      return `TEL;TYPE=work,voice:${text(value)}`;
    case 'WEBSITE':
      return `URL:${uri(value)}`;
    case 'POSTAL_ADDRESS':
      return `ADR;TYPE=work:;;${text(value)};;;;`;
    case 'MESSENGER':
      return /^[a-z][a-z\d+.-]*:\S+$/i.test(value) ? `IMPP:${uri(value)}` : `NOTE:${text(value)}`;
  }
}

/** Text as a value: nothing in it ends the line, the value or a part of it. */
function text(value: string): string {
  return withoutControls(value)
    .replace(/\\/g, '\\\\')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[;,]/g, (sign) => `\\${sign}`);
}

/** An address as a value: it has no blanks, and so no ends of lines. */
function uri(value: string): string {
  return withoutControls(value).replace(/\s/g, (blank) => encodeURIComponent(blank));
}

/** A line with its end, in pieces of at most 75 bytes; no letter is cut in two. */
function folded(line: string): string {
  let bytes = 0;
  let written = '';
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > longestLine) {
      written += '\r\n ';
      bytes = 1;
    }
    written += letter;
    bytes += size;
  }
  return `${written}\r\n`;
}
