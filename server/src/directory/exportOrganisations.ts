import { stringify } from 'csv-stringify/sync';
import type { Column } from './import/checkRow.js';
import { columns } from './import/checkRow.js';
import type { AffiliationRecord, OrganisationRecord } from './OrganisationRecord.js';
import { known, themesOf } from './ways-out/facts.js';

/** What the import leaves aside, for those who read the file elsewhere. */
const furtherColumns = [
  'type',
  'other_names',
  'themes_stated',
  'themes_read_from_name',
  'mechanisms',
  'countries_of_work',
  'languages_of_work',
  'offers',
  'seeks',
  'founded_in',
  'website',
  'place_city',
  'place_region',
  'affiliated_from',
  'affiliated_to',
  'named_on',
] as const;

const allColumns = [...columns, ...furtherColumns];

/**
 * Writes organisations as a CSV file that the import reads back without changing anything: a row for each affiliation, or one row for an
 * organisation without any. Begins with a byte order mark, without which spreadsheets spoil accents; fields that a spreadsheet would
 * compute get an apostrophe in front.
 */
export function exportOrganisations(organisations: readonly OrganisationRecord[]): string {
  const rows = organisations.flatMap((organisation) => rowsOf(organisation).map((row) => allColumns.map((column) => guarded(row[column]))));
  return stringify([allColumns, ...rows], { bom: true, record_delimiter: 'windows' });
}

type Row = Readonly<Record<Column | (typeof furtherColumns)[number], string>>;
type Days = Pick<Row, 'affiliated_from' | 'affiliated_to' | 'named_on'>;

const noDays: Days = { affiliated_from: '', affiliated_to: '', named_on: '' };

function rowsOf(organisation: OrganisationRecord): Row[] {
  const ownRow = {
    network: organisation.isNetworkSecretariat ? '(network secretariat)' : '',
    confidence: organisation.confidence,
    ...noDays,
  };
  const affiliations = organisation.affiliations.map(rowOfAffiliation);
  const parts = organisation.isNetworkSecretariat || affiliations.length === 0 ? [ownRow, ...affiliations] : affiliations;
  return parts.map((part) => ({
    slug: organisation.slug,
    name: organisation.name,
    acronym: organisation.acronym ?? '',
    country_iso2: organisation.country ?? '',
    level: organisation.level.toLowerCase(),
    source_url: organisation.sourceUrl ?? '',
    ...profileOf(organisation),
    ...part,
    confidence: part.confidence.toLowerCase(),
  }));
}

function profileOf(organisation: OrganisationRecord): Omit<Row, Column | keyof Days> {
  const together = (values: readonly string[]): string => values.join('; ');
  return {
    type: organisation.type?.toLowerCase() ?? '',
    other_names: together(organisation.names.map(({ text }) => text)),
    themes_stated: together(themesOf(organisation, 'STATED')),
    themes_read_from_name: together(themesOf(organisation, 'NAME')),
    mechanisms: together(organisation.mechanisms.map((mechanism) => mechanism.toLowerCase())),
    countries_of_work: together(organisation.countriesOfWork),
    languages_of_work: together(organisation.languages),
    offers: together(organisation.offers),
    seeks: together(organisation.seeks),
    founded_in: organisation.foundedIn === null ? '' : String(organisation.foundedIn),
    website: organisation.website ?? '',
    place_city: organisation.place?.city ?? '',
    place_region: organisation.place?.region ?? '',
  };
}

type RowOfAffiliation = Pick<Row, 'network' | 'source_url'> & Days & { confidence: AffiliationRecord['confidence'] };

function rowOfAffiliation({ network, role, sourceUrl, confidence, from, to, namedOn }: AffiliationRecord): RowOfAffiliation {
  const days = { affiliated_from: known(from), affiliated_to: known(to), named_on: known(namedOn) };
  return { network: role === null ? network : `${network} (${role})`, source_url: sourceUrl, confidence, ...days };
}

/** A field that begins so is computed by spreadsheets; one that begins with our own mark must keep it. */
function guarded(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
