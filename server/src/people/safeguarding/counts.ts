import type { AgeBand, ChildRecordRecord, RegionalGroup } from './ChildRecord.js';
import { ageBands, regionalGroups } from './ChildRecord.js';

/** No count points at fewer children than this. */
const fewest = 5;

/** A count over children as it may be told, also to somebody who keeps the numbers and not the list: rounded down to a multiple of five, and null below five. */
export function toldCount(count: number): number | null {
  return count < fewest ? null : count - (count % fewest);
}

export interface ChildAdvisorCounts {
  total: number | null;
  byRegion: { region: RegionalGroup; count: number | null }[];
  byAgeBand: { ageBand: AgeBand; count: number | null }[];
}

/** How many are shown, each way of counting by itself; there is no counting by two things at once, and no filter. */
export function countsOf(shown: readonly Pick<ChildRecordRecord, 'region' | 'ageBand'>[]): ChildAdvisorCounts {
  return {
    total: toldCount(shown.length),
    byRegion: regionalGroups.map((region) => ({ region, count: toldCount(shown.filter((advisor) => advisor.region === region).length) })),
    byAgeBand: ageBands.map((ageBand) => ({ ageBand, count: toldCount(shown.filter((advisor) => advisor.ageBand === ageBand).length) })),
  };
}
