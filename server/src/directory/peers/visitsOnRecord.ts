import { slugOf } from '../slug.js';
import type { PastVisits } from './pastVisits.js';
import type { RecordedVisit } from './peerData.js';

/** What the memory of the directory knows organisations by. */
interface KnownOrganisations {
  bySlug(slug: string, viewer: null): { id: string } | null;
}

/** The visits of the public record as those of the organisations that everybody finds under the names that it gives. */
export function visitsOnRecord(recorded: readonly RecordedVisit[], known: KnownOrganisations): PastVisits {
  return (organisationId) =>
    recorded.flatMap(({ visitor, host, on }) => {
      const ids = [visitor, host].map((name) => known.bySlug(slugOf(name), null)?.id);
      if (ids[0] === undefined || ids[1] === undefined || !ids.includes(organisationId)) return [];
      return [{ otherId: ids[0] === organisationId ? ids[1] : ids[0], on }];
    });
}
