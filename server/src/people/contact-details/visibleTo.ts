import { Types } from 'mongoose';
import { holdsOffice } from '../policy.js';
import type { Viewer } from '../Viewer.js';

/** Whom the viewer meets in working groups, by key. */
export interface CommonGround {
  personIds: readonly string[];
  organisationIds: readonly string[];
}

/** Who may see which contact details, as the database's condition: each owner's choice decides, and owners always see their own. */
export function visibleTo(viewer: Viewer | null, common: CommonGround): Record<string, unknown> {
  if (viewer === null) return { visibility: 'PUBLIC' };
  if (holdsOffice(viewer, 'SECRETARIAT')) return {};
  const administered = viewer.seats.filter(({ isAdministrator }) => isAdministrator).map(({ organisationId }) => organisationId);
  return {
    $or: [
      { visibility: { $in: ['PUBLIC', 'MEMBERS'] } },
      { personId: new Types.ObjectId(viewer.personId) },
      { organisationId: { $in: keys(administered) } },
      { visibility: 'GROUPS_IN_COMMON', personId: { $in: keys(common.personIds) } },
      { visibility: 'GROUPS_IN_COMMON', organisationId: { $in: keys(common.organisationIds) } },
    ],
  };
}

function keys(ids: readonly string[]): Types.ObjectId[] {
  return ids.map((id) => new Types.ObjectId(id));
}
