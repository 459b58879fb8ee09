import { isOrdered, turn } from './orientation.js';
import { isSame, perpendicular } from './vector.js';
import type { Vector } from './vector.js';

/** How two edges of great circles meet: they cross inside both, share an end, or do neither. */
type Meeting = 'cross' | 'touch' | 'apart';

export const meeting = (a: Vector, b: Vector, c: Vector, d: Vector): Meeting => {
  const acb = -turn(a, b, c);
  const bda = turn(a, b, d);
  if (acb === 0 || bda === 0) return 'touch';
  if (bda !== acb) return 'apart';
  const cbd = -turn(c, d, b);
  if (cbd === 0) return 'touch';
  if (cbd !== acb) return 'apart';
  const dac = turn(c, d, a);
  if (dac === 0) return 'touch';
  return dac === acb ? 'cross' : 'apart';
};

/** Whether edges that share an end count as crossing there: of all edges around a point exactly the due ones do. */
const crossesAtEnd = (a: Vector, b: Vector, c: Vector, d: Vector): boolean => {
  if (isSame(a, b) || isSame(c, d)) return false;
  if (isSame(a, d)) return isOrdered(perpendicular(a), c, b, a);
  if (isSame(b, c)) return isOrdered(perpendicular(b), d, a, b);
  if (isSame(a, c)) return isOrdered(perpendicular(a), d, b, a);
  return isSame(b, d) && isOrdered(perpendicular(b), c, a, b);
};

/** Whether a way along the first edge changes its side of the second. */
export const crosses = (a: Vector, b: Vector, c: Vector, d: Vector): boolean => {
  const how = meeting(a, b, c, d);
  return how === 'cross' || (how === 'touch' && crossesAtEnd(a, b, c, d));
};

/** Two loops meet at a corner: whether the insides of both have something in common there. */
export const wedgesMeet = (a0: Vector, corner: Vector, a2: Vector, b0: Vector, b2: Vector): boolean =>
  !(isOrdered(a0, b2, b0, corner) && isOrdered(b0, a2, a0, corner));

/** Two loops meet at a corner: whether the inside of the first takes in that of the second there. */
export const wedgeContains = (a0: Vector, corner: Vector, a2: Vector, b0: Vector, b2: Vector): boolean =>
  isOrdered(a2, b2, b0, corner) && isOrdered(b0, a0, a2, corner);
