import { administeredOrganisations, administratorsOf } from '../../people/index.js';
import type { Job } from '../../platform/jobs.js';
import { postMail } from '../../platform/mail/outbox.js';
import { inTransaction } from '../../platform/transaction.js';
import { confirmationMail } from '../mails/confirmationMail.js';
import type { OrganisationShape } from '../Organisation.js';
import { Organisation } from '../Organisation.js';
import type { ProfileSectionName } from '../profile.js';
import { confirmAgainOn, profileSections } from '../profile.js';
import { ConfirmationRequest } from './ConfirmationRequest.js';
import { dayOf } from './keep.js';

/** Each morning asks those organisations to confirm their data for which it is time. */
export function askToConfirmJob(publicUrl: string): Job {
  return {
    name: 'ask organisations to confirm their data',
    schedule: '20 5 * * *',
    run: async (now) => {
      await askToConfirm(now, publicUrl);
    },
  };
}

/**
 * Writes to the administrators of each organisation of whose profile a section was never confirmed or is over a year old, once a year;
 * answers how many organisations were asked.
 */
export async function askToConfirm(now: Date, publicUrl: string): Promise<number> {
  let asked = 0;
  const standing = { _id: { $in: await administeredOrganisations(now) }, mergedInto: null };
  for (const organisation of await Organisation.find(standing).sort({ _id: 1 }).lean<OrganisationShape[]>()) {
    const sections = sectionsToConfirm(organisation, dayOf(now));
    if (sections.length > 0 && (await ask(organisation, sections, now, publicUrl))) asked += 1;
  }
  return asked;
}

/** The sections that are to be confirmed on the day. */
export function sectionsToConfirm({ confirmations = [] }: Pick<OrganisationShape, 'confirmations'>, today: string): ProfileSectionName[] {
  return profileSections.filter((section) => {
    const last = confirmations.find((each) => each.section === section);
    return last === undefined || confirmAgainOn(last) <= today;
  });
}

/** False when the organisation was asked this year, or less than a year ago. */
async function ask(
  { _id, name }: OrganisationShape,
  sections: readonly ProfileSectionName[],
  now: Date,
  publicUrl: string,
): Promise<boolean> {
  const yearAgo = new Date(now);
  yearAgo.setUTCFullYear(now.getUTCFullYear() - 1);
  return inTransaction(async () => {
    if (await ConfirmationRequest.exists({ organisationId: _id, $or: [{ year: now.getUTCFullYear() }, { askedAt: { $gt: yearAgo } }] }))
      return false;
    await ConfirmationRequest.create({ organisationId: _id, year: now.getUTCFullYear(), askedAt: now });
    for (const administrator of await administratorsOf(_id, now)) {
      await postMail(confirmationMail(administrator, { id: String(_id), name }, sections, publicUrl), administrator, now);
    }
    return true;
  });
}
