import DataLoader from 'dataloader';
import type { OfficeRecord } from './Office.js';
import { Office } from './Office.js';
import type { PersonRecord } from './Person.js';
import { Person } from './Person.js';
import type { SeatRecord } from './Seat.js';
import { Seat } from './Seat.js';
import type { SeatHoldingRecord } from './SeatHolding.js';
import { SeatHolding } from './SeatHolding.js';

/** What one request reads of people, each kind in one database command whatever the number. */
export interface PeopleLoaders {
  readonly person: DataLoader<string, PersonRecord | null>;
  readonly seat: DataLoader<string, SeatRecord | null>;
  /** Newest first. */
  readonly holdingsOfSeat: DataLoader<string, SeatHoldingRecord[]>;
  /** Newest first. */
  readonly holdingsOfPerson: DataLoader<string, SeatHoldingRecord[]>;
  /** Newest first. */
  readonly officesOfPerson: DataLoader<string, OfficeRecord[]>;
}

export function peopleLoaders(): PeopleLoaders {
  const newestFirst = { startedAt: -1, _id: -1 } as const;
  return {
    person: new DataLoader(async (ids) => oneEach(ids, await Person.find({ _id: { $in: ids } }).lean<PersonRecord[]>())),
    seat: new DataLoader(async (ids) => oneEach(ids, await Seat.find({ _id: { $in: ids } }).lean<SeatRecord[]>())),
    holdingsOfSeat: new DataLoader(async (ids) =>
      allOfEach(
        ids,
        await SeatHolding.find({ seatId: { $in: ids } })
          .sort(newestFirst)
          .lean<SeatHoldingRecord[]>(),
        'seatId',
      ),
    ),
    holdingsOfPerson: new DataLoader(async (ids) =>
      allOfEach(
        ids,
        await SeatHolding.find({ personId: { $in: ids } })
          .sort(newestFirst)
          .lean<SeatHoldingRecord[]>(),
        'personId',
      ),
    ),
    officesOfPerson: new DataLoader(async (ids) =>
      allOfEach(
        ids,
        await Office.find({ personId: { $in: ids } })
          .sort(newestFirst)
          .lean<OfficeRecord[]>(),
        'personId',
      ),
    ),
  };
}

function oneEach<T extends { id: string }>(ids: readonly string[], found: readonly T[]): (T | null)[] {
  const byId = new Map(found.map((each) => [each.id, each]));
  return ids.map((id) => byId.get(id) ?? null);
}

function allOfEach<T, K extends keyof T>(ids: readonly string[], found: readonly T[], key: K): T[][] {
  const groups = new Map<string, T[]>();
  for (const each of found) {
    const id = String(each[key]);
    groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  return ids.map((id) => groups.get(id) ?? []);
}
