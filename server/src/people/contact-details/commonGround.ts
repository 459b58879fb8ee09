import type { Viewer } from '../Viewer.js';
import type { CommonGround } from './visibleTo.js';

type FindCommonGround = (viewer: Viewer) => Promise<CommonGround>;

const nobody: CommonGround = { personIds: [], organisationIds: [] };

let find: FindCommonGround = () => Promise.resolve(nobody);

/** The room that keeps working groups says here whom a viewer meets in them; called when the portal starts. Until then nobody has a group in common. */
export function registerCommonGround(findCommonGround: FindCommonGround): void {
  find = findCommonGround;
}

export async function commonGroundOf(viewer: Viewer | null): Promise<CommonGround> {
  return viewer === null ? nobody : find(viewer);
}
