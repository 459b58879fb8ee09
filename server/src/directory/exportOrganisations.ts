import { stringify } from 'csv-stringify/sync';
import type { Column } from './import/checkRow.js';
import { columns } from './import/checkRow.js';
import type { AffiliationRecord, OrganisationRecord } from './OrganisationRecord.js';

/**
 * Writes organisations as a CSV file that the import reads back without changing anything: a row for each affiliation, or one row for an
 * organisation without any. Begins with a byte order mark, without which spreadsheets spoil accents; fields that a spreadsheet would
 * compute get an apostrophe in front.
 */
export function exportOrganisations(organisations: readonly OrganisationRecord[]): string {
  const rows = organisations.flatMap((organisation) => rowsOf(organisation).map((row) => columns.map((column) => guarded(row[column]))));
  return stringify([columns, ...rows], { bom: true, record_delimiter: 'windows' });
}

type Row = Readonly<Record<Column, string>>;

function rowsOf(organisation: OrganisationRecord): Row[] {
  const ownRow = { network: organisation.isNetworkSecretariat ? '(network secretariat)' : '', confidence: organisation.confidence };
  const affiliations = organisation.affiliations.map(rowOfAffiliation);
  const parts = organisation.isNetworkSecretariat || affiliations.length === 0 ? [ownRow, ...affiliations] : affiliations;
  return parts.map((part) => ({
    slug: organisation.slug,
    name: organisation.name,
    acronym: organisation.acronym ?? '',
    country_iso2: organisation.country ?? '',
    level: organisation.level.toLowerCase(),
    source_url: organisation.sourceUrl ?? '',
    ...part,
    confidence: part.confidence.toLowerCase(),
  }));
}

function rowOfAffiliation({ network, role, sourceUrl, confidence }: AffiliationRecord): Pick<Row, 'network' | 'source_url'> & {
  confidence: AffiliationRecord['confidence'];
} {
  return { network: role === null ? network : `${network} (${role})`, source_url: sourceUrl, confidence };
}

/** A field that begins so is computed by spreadsheets; one that begins with our own mark must keep it. */
function guarded(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
