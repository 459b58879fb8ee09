import type { Context } from '../../context.js';
import { Affiliation } from '../Affiliation.js';
import { Organisation } from '../Organisation.js';

/** Takes entries and their affiliations as the database has them into the memory of this process, ahead of the events that tell of them. */
export async function takeEntriesIn({ directory }: Pick<Context, 'directory'>, ids: readonly string[]): Promise<void> {
  const organisations = await Organisation.find({ _id: { $in: ids } }).lean();
  const affiliations = await Affiliation.find({ organisation: { $in: ids } }).lean();
  for (const each of affiliations) directory.putAffiliation(each);
  for (const each of organisations) directory.putOrganisation(each);
}
