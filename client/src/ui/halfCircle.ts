export interface HalfCircleLayout {
  readonly seats: readonly { readonly x: number; readonly y: number }[];
  readonly width: number;
  readonly height: number;
  readonly seatRadius: number;
}

const hollow = 0.53;

/**
 * Seats of a half circle, in the order in which they are filled: by angle from the starting edge, so that any share is a wedge.
 * Rows are as many as let seats of neighbouring rows stand about as far apart as seats of one row.
 */
export function layOutHalfCircle(count: number, width = 800): HalfCircleLayout {
  const rowCount = Math.max(2, Math.round(Math.sqrt(count / 3)));
  const gapShare = (1 - hollow) / (rowCount - 1);
  const seatShare = Math.min(gapShare * 0.36, 0.085);
  const outermost = width / 2 / (1 + 1.1 * seatShare);
  const gap = outermost * gapShare;
  const seatRadius = outermost * seatShare;
  const middle = { x: width / 2, y: outermost + seatRadius * 1.1 };
  const radii = Array.from({ length: rowCount }, (_, row) => outermost - gap * (rowCount - 1 - row));

  const seats = shareOut(count, radii).flatMap(({ radius, seatsInRow }) =>
    Array.from({ length: seatsInRow }, (_, index) => {
      const angle = seatsInRow === 1 ? Math.PI / 2 : (Math.PI * index) / (seatsInRow - 1);
      return { angle, radius, x: round(middle.x - radius * Math.cos(angle)), y: round(middle.y - radius * Math.sin(angle)) };
    }),
  );
  seats.sort((one, other) => one.angle - other.angle || one.radius - other.radius);
  return { seats, width, height: round(middle.y + seatRadius * 1.1), seatRadius: round(seatRadius) };
}

/** Seats for each row in proportion to its length; what rounding leaves over goes to the largest remainders. */
function shareOut(count: number, radii: readonly number[]) {
  const whole = radii.reduce((sum, radius) => sum + radius, 0);
  const rows = radii.map((radius) => ({ radius, exact: (count * radius) / whole, seatsInRow: Math.floor((count * radius) / whole) }));
  const left = count - rows.reduce((sum, { seatsInRow }) => sum + seatsInRow, 0);
  const byRemainder = [...rows].sort((one, other) => other.exact - other.seatsInRow - (one.exact - one.seatsInRow));
  for (const row of byRemainder.slice(0, left)) row.seatsInRow += 1;
  return withoutColumns(rows);
}

/** Neighbouring rows that are both odd or both even would stand in line at the top; one of them lends a seat to a later row. */
function withoutColumns<Row extends { seatsInRow: number }>(rows: Row[]): Row[] {
  let lent = 0;
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (!before || (row.seatsInRow - before.seatsInRow) % 2 !== 0) continue;
    row.seatsInRow += lent > 0 ? 1 : -1;
    lent += lent > 0 ? -1 : 1;
  }
  const outermost = rows.at(-1);
  if (outermost) outermost.seatsInRow += lent;
  return rows;
}

const round = (value: number) => Math.round(value * 10) / 10;
