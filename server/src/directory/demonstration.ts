import { seatDemonstrationPeople } from '../people/index.js';
import { organisationKey } from './import/planImport.js';
import { Organisation } from './Organisation.js';
import { slugOf } from './slug.js';

/** Invented and named so that nobody takes them for real ones. */
const invented = [
  { name: 'Olive Example Network', country: 'EG' },
  { name: 'Baobab Example Centre', country: 'KE' },
  { name: 'Ipê Example Network', country: 'CL' },
  { name: 'Gentian Example Forum', country: 'CH' },
] as const;

/**
 * Adds the invented organisations of the demonstration network that are still missing and seats its invented people in them.
 * They are unlisted: the public directory speaks of real organisations alone.
 */
export async function seedDemonstrationOrganisations(now: Date): Promise<void> {
  const ids: string[] = [];
  for (const { name, country } of invented) {
    const key = organisationKey(name, country);
    const known = await Organisation.findOne({ key, isFictional: true });
    const organisation =
      known ??
      (await Organisation.create({
        slug: slugOf(name),
        key,
        name,
        country,
        level: 'NATIONAL',
        confidence: 'HIGH',
        isFictional: true,
        listing: 'UNLISTED',
        recordReadOn: now.toISOString().slice(0, 10),
      }));
    ids.push(organisation.id as string);
  }
  await seatDemonstrationPeople(ids, now);
}
