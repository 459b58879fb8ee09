import type { MapPlace } from './MapPlace.js';

interface MapPoint {
  x: number;
  y: number;
}

export interface MapSeat extends Readonly<MapPoint> {
  readonly country: string;
}

/** Beyond this many, single dots say no more than a number does. */
export const mostSeats = 500;
/** In units of the plane. */
export const seatRadius = 5;

const rounds = 90;
const homesickness = 0.06;

/**
 * One seat for each organisation, pushed apart around the middle of its country until none covers another.
 * `radius` is that of a seat and `project` gives points in the same units. The work grows with the square of the seats: meant for some hundreds.
 */
export function placeSeats(
  places: readonly MapPlace[],
  project: (longitude: number, latitude: number) => { x: number; y: number },
  radius: number,
): MapSeat[] {
  const spacing = radius * 2.35;
  const seats = places.flatMap(({ country, longitude, latitude, count }) => {
    const home = project(longitude, latitude);
    return Array.from({ length: count }, (_, index) => {
      // Seats begin as the seeds of a sunflower, so that the outcome is the same every time.
      const angle = index * 2.399963;
      const distance = spacing * 0.5 * Math.sqrt(index);
      return { country, home, x: home.x + distance * Math.cos(angle), y: home.y + distance * Math.sin(angle) };
    });
  });
  for (let round = 0; round < rounds; round += 1) {
    const isLast = round > rounds * 0.7;
    if (!isLast) {
      for (const seat of seats) {
        seat.x += (seat.home.x - seat.x) * homesickness;
        seat.y += (seat.home.y - seat.y) * homesickness;
      }
    }
    pushApart(seats, spacing);
  }
  return seats.map(({ country, x, y }) => ({ country, x, y }));
}

/** With indexes, since the lists that `entries` and `slice` make would take most of a slow phone's time. */
function pushApart(seats: readonly MapPoint[], spacing: number) {
  for (let index = 0; index < seats.length; index += 1) {
    const one = seats[index] as MapPoint;
    for (let next = index + 1; next < seats.length; next += 1) {
      const other = seats[next] as MapPoint;
      const dx = other.x - one.x;
      const dy = other.y - one.y;
      if (dx >= spacing || dx <= -spacing || dy >= spacing || dy <= -spacing) continue;
      const distance = Math.hypot(dx, dy);
      if (distance >= spacing) continue;
      const push = (spacing - distance) / 2 / (distance || 1);
      const [x, y] = distance ? [dx * push, dy * push] : [spacing / 2, 0];
      one.x -= x;
      one.y -= y;
      other.x += x;
      other.y += y;
    }
  }
}
