import { useMemo } from 'react';
import { layOutHalfCircle } from './halfCircle.js';

/**
 * One seat for each of `count`. `groups` are filled from the starting edge, each with the class of its group; what they leave is empty.
 */
export function HalfCircle({
  count,
  groups,
  label,
}: {
  count: number;
  groups: readonly { size: number; className: string }[];
  label: string;
}) {
  const { seats, width, height, seatRadius } = useMemo(() => layOutHalfCircle(count), [count]);
  const classes = groups.flatMap(({ size, className }) => Array.from({ length: size }, () => className));
  return (
    <svg className="half-circle" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {seats.map(({ x, y }, index) => (
        <circle key={index} className={classes[index]} cx={x} cy={y} r={seatRadius} />
      ))}
    </svg>
  );
}

/** A few seats as the sign of a state: hollow where something is missing. */
export function SeatSign({ filled }: { filled: number }) {
  const { seats, width, height, seatRadius } = useMemo(() => layOutHalfCircle(24, 200), []);
  return (
    <span className="state__seats" aria-hidden="true">
      <svg viewBox={`0 0 ${width} ${height}`} stroke="currentColor" strokeWidth="3">
        {seats.map(({ x, y }, index) => (
          <circle key={index} cx={x} cy={y} r={seatRadius - 1.5} fill={index < filled ? 'currentColor' : 'none'} />
        ))}
      </svg>
    </span>
  );
}
