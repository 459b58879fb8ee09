import type { ImportReport } from './importOrganisations.js';

/** Tells in plain words, line by line, what an import did or would do. */
export function describeImport(report: ImportReport): string {
  const lines = [
    ...report.added.map(({ slug, facts }) => `+ ${shown(facts.name)}${facts.country === null ? '' : ` (${facts.country})`} as ${slug}`),
    ...report.changed.flatMap(({ name, slug, changes }) => [
      `~ ${shown(name)} (${slug})`,
      ...changes.map(({ field, before, after }) => `    ${field}: ${shown(before)} -> ${shown(after)}`),
    ]),
    ...report.joined.map(({ line, earlierLine, name }) => `= line ${line} adds to ${shown(name)} of line ${earlierLine}`),
    ...report.newPossibleDuplicates.map(
      ({ left, right, reasons }) =>
        `? ${left} and ${right} may be one: ${reasons.map(({ kind, words }) => `${inWords[kind]} (${shown(words)})`).join(', ')}`,
    ),
    ...report.rejected.map(({ line, field, reason }) => `! line ${line}${field === null ? '' : `, ${field}`}: ${shown(reason)}`),
    ...report.unknownColumns.map((column) => `! the column ${shown(column)} is unknown and was left out`),
  ];
  return [...lines, summary(report)].join('\n');
}

const inWords = {
  SAME_NAME: 'same name',
  SIMILAR_NAME: 'similar name',
  SAME_ACRONYM: 'same acronym',
  NAME_IS_ACRONYM: 'the acronym of one is the name of the other',
  SAME_COUNTRY: 'same country',
} as const;

function summary({ dryRun, rows, added, changed, unchanged, joined, rejected, newPossibleDuplicates }: ImportReport): string {
  const rejectedRows = new Set(rejected.map(({ line }) => line)).size;
  const counts = [
    `${added.length} added`,
    `${changed.length} changed`,
    `${unchanged} unchanged`,
    ...(joined.length > 0 ? [`${joined.length} ${joined.length === 1 ? 'row' : 'rows'} joined to an earlier one`] : []),
    `${rejectedRows} rejected`,
    ...(newPossibleDuplicates.length > 0
      ? [`${newPossibleDuplicates.length} possible ${newPossibleDuplicates.length === 1 ? 'duplicate' : 'duplicates'}`]
      : []),
  ];
  return `${rows} ${rows === 1 ? 'row' : 'rows'}${dryRun ? ', nothing changed; it would be' : ''}: ${counts.join(', ')}.`;
}

/** A text from the file must not steer the terminal that shows it. */
function shown(value: string | boolean | null): string {
  return value === null ? 'nothing' : String(value).replace(/\p{Cc}/gu, ' ');
}
