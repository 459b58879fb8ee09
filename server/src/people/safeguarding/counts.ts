import type { AgeBand, ChildRecordRecord, RegionalGroup } from './ChildRecord.js';
import { ageBands, regionalGroups } from './ChildRecord.js';

/** No answer, and no difference of two answers, may point at fewer children than this. */
export const fewest = 5;

/**
 * A count over children as it may be told: rounded down to a multiple of five, and null below five. Answers are then multiples of five,
 * and so are all their sums and differences; a child who comes or goes moves an answer by five or not at all.
 */
export function toldCount(count: number): number | null {
  return count < fewest ? null : count - (count % fewest);
}

export interface ChildAdvisorCounts {
  total: number | null;
  byRegion: { region: RegionalGroup; count: number | null }[];
  byAgeBand: { ageBand: AgeBand; count: number | null }[];
}

/** How many there are, each way of counting by itself; there is no counting by two things at once, and no filter. */
export function countsOf(records: readonly Pick<ChildRecordRecord, 'region' | 'ageBand'>[]): ChildAdvisorCounts {
  return {
    total: toldCount(records.length),
    byRegion: regionalGroups.map((region) => ({ region, count: toldCount(records.filter((record) => record.region === region).length) })),
    byAgeBand: ageBands.map((ageBand) => ({ ageBand, count: toldCount(records.filter((record) => record.ageBand === ageBand).length) })),
  };
}
