import { addressIn, brand } from '../../platform/http/PageHead.js';
import type { Language } from '../../platform/language.js';
import { escaped } from '../../platform/markup.js';
import { words } from '../../platform/words.js';
import type { NetworkRecord } from '../network.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { addedAt, lastingId, lastingIdOf, pathOf, updatedAt } from './facts.js';
import { inOneSentence } from './inOneSentence.js';

export const feedPath = '/organisations.atom';

export const feedTitle = words({
  en: 'New organisations in the directory',
  fr: 'Nouvelles organisations dans l’annuaire',
  es: 'Organizaciones nuevas en el directorio',
  ar: 'منظمات جديدة في الدليل',
});

/** How many the feed holds; the directory has them all. */
const most = 50;

/** The organisations added last as an Atom feed (RFC 4287), the newest first. */
export function organisationsFeed(
  organisations: readonly OrganisationRecord[],
  { network, language, publicUrl }: { network: NetworkRecord; language: Language; publicUrl: string },
): string {
  const newest = [...organisations].sort((one, other) => (one.id < other.id ? 1 : -1)).slice(0, most);
  // An empty feed, too, has to say when it last changed.
  const updated = newest.length > 0 ? Math.max(...newest.map((each) => updatedAt(each).getTime())) : Date.parse(network.recordReadOn);
  const directory = addressIn(publicUrl, '/directory', language);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `  <id>${lastingId(`plenum:feed:${network.name}:${language}`)}</id>`,
    `  <title>${escaped(`${feedTitle[language]} · ${brand[language]}`)}</title>`,
    `  <updated>${new Date(updated).toISOString()}</updated>`,
    `  <author><name>${escaped(network.name)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(addressIn(publicUrl, feedPath, language))}"/>`,
    `  <link rel="alternate" type="text/html" hreflang="${language}" href="${escaped(directory)}"/>`,
    ...newest.map((organisation) => entry(organisation, language, publicUrl)),
    '</feed>',
    '',
  ].join('\n');
}

function entry(organisation: OrganisationRecord, language: Language, publicUrl: string): string {
  return [
    '  <entry>',
    `    <id>${lastingIdOf(organisation)}</id>`,
    `    <title>${escaped(organisation.name)}</title>`,
    `    <link rel="alternate" type="text/html" hreflang="${language}" href="${escaped(addressIn(publicUrl, pathOf(organisation), language))}"/>`,
    `    <published>${addedAt(organisation).toISOString()}</published>`,
    `    <updated>${updatedAt(organisation).toISOString()}</updated>`,
    `    <summary>${escaped(inOneSentence(organisation, language))}</summary>`,
    '  </entry>',
  ].join('\n');
}
