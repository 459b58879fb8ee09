import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Types } from 'mongoose';
import { parse } from 'yaml';
import { seatDemonstrationPeople } from '../people/index.js';
import { Affiliation } from './Affiliation.js';
import { organisationKey } from './import/planImport.js';
import { dataFolder } from './network.js';
import type { OrganisationShape } from './Organisation.js';
import { Organisation } from './Organisation.js';
import { slugOf } from './slug.js';

/** An invented organisation as `data/demonstration.yaml` writes it; the model checks its values when it is kept. */
type Invented = Partial<Omit<OrganisationShape, '_id'>> &
  Pick<OrganisationShape, 'name' | 'country' | 'level'> & {
    themes?: string[];
    place?: OrganisationShape['chosenPlace'];
    affiliations?: { network: string; from: string }[];
  };

/** How many of the first are those in which the invented people sit. */
const seated = 4;

/**
 * Adds the invented organisations of the demonstration network that are still missing and seats its invented people in them.
 * Only the signed-in see them: the public directory speaks of real organisations alone.
 */
export async function seedDemonstrationOrganisations(now: Date): Promise<void> {
  const invented = parse(await readFile(join(dataFolder, 'demonstration.yaml'), 'utf8'), { schema: 'core' }) as Invented[];
  const ids: string[] = [];
  for (const each of invented) ids.push(await keep(each, now));
  await seatDemonstrationPeople(ids.slice(0, seated), now);
}

/** Keeps the organisation unless it is there already, as it was or as somebody has changed it since; answers its key. */
async function keep({ themes, place, affiliations = [], ...facts }: Invented, now: Date): Promise<string> {
  const known = await Organisation.findOne({ slug: slugOf(facts.name), isFictional: true });
  if (known !== null) return String(known._id);
  const _id = new Types.ObjectId();
  await Affiliation.insertMany(
    affiliations.map(({ network, from }) => ({
      organisation: _id,
      network,
      networkSlug: slugOf(network),
      sourceUrl: 'https://fictional.example/',
      confidence: 'HIGH',
      from: { on: from, precision: 'MONTH' },
    })),
  );
  await Organisation.create({
    listing: 'MEMBERS',
    ...facts,
    _id,
    slug: slugOf(facts.name),
    key: organisationKey(facts.name, facts.country),
    confidence: 'HIGH',
    isFictional: true,
    recordReadOn: now.toISOString().slice(0, 10),
    statedThemes: themes ?? null,
    chosenPlace: place ?? null,
  });
  return String(_id);
}
