import { Types } from 'mongoose';
import type { Attempt, Target } from '../../people/testing/index.js';
import { testMoment } from '../../platform/testing/request.js';
import { OrganisationMerge } from '../duplicates/OrganisationMerge.js';
import { follow } from '../duplicates/references.js';
import { profileVersion } from '../keeping/keep.js';
import { ProfileProposal } from '../keeping/ProfileProposal.js';
import type { OrganisationShape } from '../Organisation.js';
import { Organisation } from '../Organisation.js';
import type { ProfileSectionName } from '../profile.js';
import { PossibleDuplicate } from '../PossibleDuplicate.js';
import { directory } from '../start.js';
import { organisationShape } from './records.js';

/** For each mutation of this room, how it is tried. */
export const attempts: Readonly<Record<string, Attempt>> = {
  changeProfile: async ({ here }) => ({ ...(await seen(here, 'EXCHANGE')), change: exchange }),
  confirmProfileSection: async ({ here }) => ({ ...(await seen(here, 'WORK')), section: 'WORK' }),
  chooseListing: async ({ here }) => ({ organisationId: await entry(here), listing: 'LISTED' }),
  choosePlace: async ({ here }) => ({ organisationId: await entry(here), precision: 'COUNTRY' }),
  proposeProfileChange: async ({ here }) => ({ ...(await seen(here, 'EXCHANGE')), change: exchange, reason: 'Asked for.' }),
  acceptProfileProposal: async (target) => ({ proposalId: await proposal(target) }),
  declineProfileProposal: async (target) => ({ proposalId: await proposal(target) }),
  withdrawProfileProposal: async (target) => ({ proposalId: await proposal(target) }),
  keepApart: async () => ({ duplicateId: await pair(false), reason: 'Asked for.' }),
  reconsiderDuplicate: async () => ({ duplicateId: await pair(true) }),
  async mergeOrganisations() {
    const [stays, goes] = [await newEntry(), await newEntry()];
    const versions = { staysVersion: versionOf(stays), goesVersion: versionOf(goes) };
    return { staysId: stays, goesId: goes, ...versions, taken: [], reason: 'Asked for.' };
  },
  undoMerge: async () => ({ mergeId: await merge(), reason: 'Asked for.' }),
};

const exchange = { exchange: { offers: ['training'], seeks: [] } };

/** The organisation of the try, made when it is not there yet; its key. */
async function entry(_id: Types.ObjectId): Promise<string> {
  const known = await Organisation.findById(_id).lean<OrganisationShape>();
  const shape = known ?? organisationShape({ _id, name: 'Fictional Organisation', isFictional: true, country: 'KE' });
  // Everybody's try finds the entry as it was before the others tried.
  const fresh = { ...shape, offers: [], listing: 'LISTED' as const };
  await Organisation.replaceOne({ _id }, fresh, { upsert: true });
  directory.putOrganisation(fresh);
  return String(_id);
}

async function newEntry(): Promise<string> {
  const shape = organisationShape({ name: 'Fictional Twin', isFictional: true });
  await Organisation.create(shape);
  directory.putOrganisation(shape);
  return String(shape._id);
}

function versionOf(id: string, section: ProfileSectionName | null = null): string {
  const record = directory.byId(id, null);
  if (record === null) throw new Error(`No entry has the key ${id}.`);
  return profileVersion(record, section);
}

async function seen(here: Types.ObjectId, section: ProfileSectionName): Promise<{ organisationId: string; version: string }> {
  const organisationId = await entry(here);
  return { organisationId, version: versionOf(organisationId, section) };
}

async function proposal({ here, owner }: Target): Promise<string> {
  await entry(here);
  const created = await ProfileProposal.create({
    organisationId: here,
    section: 'EXCHANGE',
    before: { offers: [] },
    after: { offers: ['training'] },
    reason: 'Asked for.',
    proposedById: owner.personId,
    proposedAt: testMoment,
    expiresAt: new Date(testMoment.getTime() + 86_400_000),
  });
  return created.id as string;
}

async function pair(isKeptApart: boolean): Promise<string> {
  const [left, right] = [await newEntry(), await newEntry()];
  const keptApart = isKeptApart ? { at: testMoment, byId: 'somebody', reason: 'Asked for.' } : null;
  const created = await PossibleDuplicate.create({ left, right, reasons: [{ kind: 'SAME_NAME', words: 'twin' }], keptApart });
  directory.putPossibleDuplicate(created.toObject());
  return created.id as string;
}

async function merge(): Promise<string> {
  const [staysId, goesId] = [new Types.ObjectId(await newEntry()), new Types.ObjectId(await newEntry())];
  const [stays, goes] = [await Organisation.findById(staysId).lean(), await Organisation.findById(goesId).lean()];
  const goesAfter = await Organisation.findByIdAndUpdate(goesId, { mergedInto: staysId }, { returnDocument: 'after' }).lean();
  const created = await OrganisationMerge.create({
    staysId,
    goesId,
    staysBefore: stays!,
    staysAfter: stays!,
    goesBefore: goes!,
    goesAfter: goesAfter!,
    followed: await follow(goesId, staysId),
    reason: 'Asked for.',
    mergedById: 'somebody',
    mergedAt: testMoment,
  });
  return created.id as string;
}
