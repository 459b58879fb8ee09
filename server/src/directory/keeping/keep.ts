import type { Context } from '../../context.js';
import type { AuditChange } from '../../people/index.js';
import { notFound } from '../../platform/errors.js';
import type { OrganisationShape } from '../Organisation.js';
import { Organisation } from '../Organisation.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import type { ConfirmationRecord, ProfileSectionName } from '../profile.js';
import { organisationById } from '../queries.js';
import { ProfileChangedMeanwhile } from '../refusals.js';
import { audited, differencesBetween, differingFields } from './differences.js';
import type { ChangeableSection, SectionValues } from './sections.js';
import { asKept, valuesOfRecord, valuesOfShape, versionOf } from './sections.js';

/** The matter for `inTurn`: the profile of one organisation. */
export function profileMatter(organisationId: string): string {
  return `profile of ${organisationId}`;
}

/** The organisation with this key; throws NOT_FOUND when there is none that the viewer may see. */
export function knownOrganisation(context: Context, id: string): OrganisationRecord {
  const organisation = organisationById(context, id);
  if (organisation === null) throw notFound();
  return organisation;
}

/** The entry as the database has it at this moment; throws NOT_FOUND when it is gone or was merged into another. */
export async function standingEntry(id: string): Promise<OrganisationShape> {
  const shape = await Organisation.findById(id).lean<OrganisationShape>();
  if (shape === null || shape.mergedInto != null) throw notFound();
  return shape;
}

/** Takes the entry as the database has it into the memory of this process, ahead of the event that tells of it; answers with it. */
export async function takeIn(context: Context, id: string): Promise<OrganisationRecord> {
  context.directory.putOrganisation(await standingEntry(id));
  return knownOrganisation(context, id);
}

/** What tells affiliations apart, for their version. */
export function networksOf(affiliations: OrganisationRecord['affiliations']): string[] {
  return affiliations.map(({ networkSlug, role, sourceUrl }) => [networkSlug, role ?? '', sourceUrl].join(' '));
}

/** The version of a section as the memory of the process has it; of the whole profile without one. */
export function profileVersion(record: OrganisationRecord, section: ProfileSectionName | null | undefined): string {
  return versionOf(valuesOfRecord(record), section ?? null, networksOf(record.affiliations));
}

/** The refusal that shows both sides, the entry being another than was seen. */
export function changedMeanwhile(
  context: Context,
  shape: OrganisationShape,
  section: ProfileSectionName | null,
  wished: SectionValues,
): ProfileChangedMeanwhile {
  context.directory.putOrganisation(shape);
  const now = knownOrganisation(context, String(shape._id));
  const differences = differencesBetween(valuesOfShape(shape), wished, context.language);
  return new ProfileChangedMeanwhile(context.language, now, profileVersion(now, section), differences);
}

/** Fields of the public record: once the organisation has stated one itself, no import changes it. */
const recordFields = ['name', 'acronym', 'level', 'country'] as const;

/** Writes the values into the entry and confirms the section as of today; answers what to note in the audit trail. Inside a transaction. */
export async function writeSection(
  shape: OrganisationShape,
  section: ChangeableSection,
  values: SectionValues,
  today: string,
): Promise<AuditChange[]> {
  const before = valuesOfShape(shape);
  const changed = differingFields(before, values);
  const stated = new Set([...(shape.stated ?? []), ...recordFields.filter((field) => changed.includes(field))]);
  const confirmation = confirmed(shape, section, today);
  await Organisation.updateOne(
    { _id: shape._id },
    {
      $set: {
        ...asKept(values),
        stated: [...stated],
        confirmations: confirmation.confirmations,
        // The middle of a place in another country would be wrong.
        ...(changed.includes('country') ? { chosenPlace: null } : {}),
      },
    },
    { runValidators: true },
  );
  return [...changed.map((field) => ({ field, before: audited(before[field]), after: audited(values[field]) })), ...confirmation.changes];
}

/** The entry's confirmations with that of the section as of today, and what to note in the audit trail. */
export function confirmed(
  { confirmations = [] }: Pick<OrganisationShape, 'confirmations'>,
  section: ProfileSectionName,
  today: string,
): { confirmations: ConfirmationRecord[]; changes: AuditChange[] } {
  const before = confirmations.find((each) => each.section === section)?.confirmedOn ?? null;
  const others = confirmations
    .filter((each) => each.section !== section)
    .map(({ section: other, confirmedOn }) => ({ section: other, confirmedOn }));
  return {
    confirmations: [...others, { section, confirmedOn: today }],
    changes: [{ field: `${confirmationField}${section}`, before, after: today }],
  };
}

/** How the audit trail calls the confirmation of a section: this and the section. */
export const confirmationField = 'confirmations.';

/** A moment's day in UTC, YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
