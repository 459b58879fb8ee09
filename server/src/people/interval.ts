/** From `startedAt` until `endedAt`, that moment excluded; null while it lasts. */
export interface Interval {
  startedAt: Date;
  endedAt: Date | null;
}

/** Whether the interval contains the moment. */
export function isDuring(interval: Interval, at: Date): boolean {
  return interval.startedAt <= at && (interval.endedAt === null || at < interval.endedAt);
}

/** The database's condition for intervals that contain the moment. */
export function during(at: Date): { startedAt: { $lte: Date }; $or: [{ endedAt: null }, { endedAt: { $gt: Date } }] } {
  return { startedAt: { $lte: at }, $or: [{ endedAt: null }, { endedAt: { $gt: at } }] };
}
