import { Types } from 'mongoose';
import type { AgeBand, ConsentPurpose, ConsentRecord, RegionalGroup } from './ChildRecord.js';
import { ChildRecord } from './ChildRecord.js';
import { dayOf } from './consent.js';

const younger = 'FROM_7_TO_12';
const older = 'FROM_13_TO_17';

/** Invented pseudonyms of children who do not exist, with what they and their invented guardians agreed to. */
const invented: readonly (readonly [string, AgeBand, RegionalGroup, string, readonly ConsentPurpose[]])[] = [
  ['Acacia', older, 'AFRICA', 'fr', ['PARTICIPATION', 'PUBLICATION']],
  ['Baobab', younger, 'AFRICA', 'en', ['PARTICIPATION']],
  ['Kestrel', older, 'AFRICA', 'en', ['PARTICIPATION', 'TRAVEL']],
  ['Lantern', older, 'AFRICA', 'ar', ['PARTICIPATION', 'PUBLICATION', 'MEDIA']],
  ['Pebble', younger, 'AFRICA', 'fr', []],
  ['Comet', older, 'ASIA_PACIFIC', 'en', ['PARTICIPATION', 'PUBLICATION']],
  ['Monsoon', older, 'ASIA_PACIFIC', 'en', ['PARTICIPATION']],
  ['Lagoon', younger, 'ASIA_PACIFIC', 'en', ['PARTICIPATION', 'PUBLICATION']],
  ['Bamboo', older, 'ASIA_PACIFIC', 'en', ['PARTICIPATION', 'TRAVEL']],
  ['Typhoon', younger, 'ASIA_PACIFIC', 'en', []],
  ['Nube', older, 'LATIN_AMERICA_AND_CARIBBEAN', 'es', ['PARTICIPATION', 'PUBLICATION']],
  ['Volcano', older, 'LATIN_AMERICA_AND_CARIBBEAN', 'es', ['PARTICIPATION']],
];

/** Adds the invented child advisors of the demonstration network, unless there are any. */
export async function seedDemonstrationChildAdvisors(organisationIds: readonly string[], now: Date): Promise<void> {
  if (organisationIds.length === 0 || (await ChildRecord.exists({}))) return;
  const today = dayOf(now);
  const year = now.getUTCFullYear();
  const signed = { childSignedOn: today, guardianSignedOn: today, expiresOn: `${year + 1}-12-31`, withdrawnAt: null };
  for (const [position, [pseudonym, ageBand, region, language, purposes]] of invented.entries()) {
    const consents: ConsentRecord[] = purposes.map((purpose) => ({ purpose, ...signed }));
    const supportingOrganisationId = new Types.ObjectId(organisationIds[position % organisationIds.length]);
    const mandate = { mandateStartsOn: `${year}-01-01`, mandateEndsOn: `${year + 1}-12-31` };
    await ChildRecord.create({ pseudonym, ageBand, region, languages: [language], supportingOrganisationId, consents, ...mandate });
  }
}
