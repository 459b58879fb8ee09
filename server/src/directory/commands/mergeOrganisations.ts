import { Types } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { MergeOrganisationsInput } from '../../generated/graphql.js';
import { checkedReason, recordAct } from '../../people/index.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { Affiliation } from '../Affiliation.js';
import { duplicateMatter } from '../duplicates/duplicates.js';
import { mergedValues } from '../duplicates/mergedValues.js';
import type { OrganisationMergeRecord } from '../duplicates/OrganisationMerge.js';
import { OrganisationMerge } from '../duplicates/OrganisationMerge.js';
import { allReferences, follow } from '../duplicates/references.js';
import { takeEntriesIn } from '../duplicates/takeEntriesIn.js';
import { audited, fieldByCode } from '../keeping/differences.js';
import { faults } from '../keeping/faults.js';
import { changedMeanwhile, knownOrganisation, networksOf, profileMatter, standingEntry } from '../keeping/keep.js';
import type { ProfileFieldName, ProfileValues } from '../keeping/sections.js';
import { asKept, profileFields, valuesOfShape, versionOf } from '../keeping/sections.js';
import type { OrganisationShape } from '../Organisation.js';
import { Organisation } from '../Organisation.js';
import { listings } from '../OrganisationRecord.js';
import { canCurate } from '../policy.js';
import type { ProfileChangedMeanwhile } from '../refusals.js';
import { NotToBeMerged } from '../refusals.js';

export async function mergeOrganisations(
  context: Context,
  input: MergeOrganisationsInput,
): Promise<OrganisationMergeRecord | InvalidInput | ProfileChangedMeanwhile | NotToBeMerged> {
  const viewer = signedInViewer(context);
  authorize(canCurate(viewer));
  const [known, going] = [knownOrganisation(context, input.staysId), knownOrganisation(context, input.goesId)];
  if (known.id === going.id || known.isFictional !== going.isFictional) return new NotToBeMerged(context.language);
  const check = new InputCheck(context.language);
  const reason = checkedReason(check, input.reason, true);
  const taken = input.taken.map((code) => fieldByCode[code]);
  check.that(taken.every(isProfileField), 'taken', faults.field);
  if (reason === null || check.refusal) return check.refusal as InvalidInput;

  const ids = [known.id, going.id];
  const outcome = await inTurn([duplicateMatter, ...ids.flatMap(mattersOf)], async () => {
    const [stays, goes] = [await standingEntry(known.id), await standingEntry(going.id)];
    for (const [shape, seen] of [
      [stays, input.staysVersion],
      [goes, input.goesVersion],
    ] as const) {
      if ((await wholeVersion(shape)) !== seen) return changedMeanwhile(context, shape, null, {});
    }
    const values = mergedValues(valuesOfShape(stays), valuesOfShape(goes), taken.filter(isProfileField));
    const staysAfter = await writeMerged(stays, goes, values, taken.includes('country'));
    const goesAfter = await written(goes._id, { mergedInto: stays._id });
    const followed = await follow(goes._id, stays._id);
    const merge = await OrganisationMerge.create({
      staysId: stays._id,
      goesId: goes._id,
      staysBefore: stays,
      staysAfter,
      goesBefore: goes,
      goesAfter,
      followed,
      reason,
      mergedById: viewer.personId,
      mergedAt: context.now(),
    });
    const before = valuesOfShape(stays);
    await recordAct(viewer, context.now(), {
      act: 'mergeOrganisations',
      subject: { type: 'Organisation', id: known.id },
      reason,
      changes: [
        { field: 'merged', before: going.id, after: known.id },
        ...(Object.keys(values) as ProfileFieldName[]).map((field) => ({
          field,
          before: audited(before[field]),
          after: audited(values[field]),
        })),
      ],
    });
    return merge.toObject<OrganisationMergeRecord>({ virtuals: true });
  });
  if ('_id' in outcome) await takeEntriesIn(context, ids);
  return outcome;
}

function isProfileField(field: string): field is ProfileFieldName {
  return (profileFields as readonly string[]).includes(field);
}

/** Whatever else is decided about one of the two waits. */
export function mattersOf(id: string): string[] {
  return [profileMatter(id), ...allReferences().flatMap(({ matter }) => (matter ? [matter(id)] : []))];
}

async function wholeVersion(shape: OrganisationShape): Promise<string> {
  const affiliations = await Affiliation.find({ organisation: shape._id }).sort({ _id: 1 }).lean();
  return versionOf(valuesOfShape(shape), null, networksOf(affiliations as never));
}

async function writeMerged(
  stays: OrganisationShape,
  goes: OrganisationShape,
  values: Partial<ProfileValues>,
  takesCountry: boolean,
): Promise<OrganisationShape> {
  return written(stays._id, {
    ...asKept(values),
    ...(takesCountry ? { chosenPlace: goes.chosenPlace ?? null } : {}),
    isNetworkSecretariat: stays.isNetworkSecretariat || goes.isNetworkSecretariat,
    stated: [...new Set([...(stays.stated ?? []), ...(goes.stated ?? [])])],
    // Whoever chose to be seen by fewer must not become known by a merging.
    listing: listings[Math.max(listings.indexOf(stays.listing), listings.indexOf(goes.listing))],
  });
}

async function written(_id: Types.ObjectId, change: Partial<OrganisationShape>): Promise<OrganisationShape> {
  const found = await Organisation.findOneAndUpdate({ _id: new Types.ObjectId(String(_id)) }, change, {
    returnDocument: 'after',
    runValidators: true,
  }).lean<OrganisationShape>();
  if (found === null) throw new Error(`The entry ${String(_id)} has gone.`);
  return found;
}
