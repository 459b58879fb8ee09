import { displayValue } from '../bson/display.js';
import type { Value } from '../bson/values.js';
import { fail } from '../errors.js';
import { readPosition } from './coordinates.js';
import { meeting } from './sphere/crossings.js';
import { Loop } from './sphere/Loop.js';
import { Polygon } from './sphere/Polygon.js';
import { isSame, spherePoint } from './sphere/vector.js';
import type { Vector } from './sphere/vector.js';

/** The coordinates of a GeoJSON polygon: a closed line, and more of them for holes in it. Each is read around its smaller side. */
export const readPolygon = (value: Value | undefined): Polygon => {
  if (!Array.isArray(value)) return fail('BadValue', 'Polygon coordinates must be an array');
  if (value.length === 0) return fail('BadValue', 'Polygon has no loops.');
  const [outer, ...holes] = value.map(readLoop) as [Loop, ...Loop[]];
  holes.forEach((hole, place) => {
    if (!outer.containsLoop(hole))
      fail(
        'BadValue',
        `Secondary loops not contained by first exterior loop - secondary loops must be holes: ${displayValue(value[place + 1])} first loop: ${displayValue(value[0])}`,
      );
    if (holes.slice(0, place).some((other) => other.intersects(hole)))
      fail('BadValue', `Polygon isn't valid: its holes meet: ${displayValue(value)}`);
  });
  return new Polygon([outer, ...holes]);
};

const readLoop = (value: Value): Loop => {
  if (!Array.isArray(value)) return fail('BadValue', 'Polygon coordinates must be an array of arrays of coordinates');
  const points = value.map((each): Vector => {
    const { x, y } = readPosition(each);
    return spherePoint(x, y);
  });
  const [first] = points;
  if (!first || !isSame(first, points.at(-1) as Vector)) return fail('BadValue', `Loop is not closed: ${displayValue(value)}`);
  const corners = points.slice(0, -1).filter((point, place) => place === 0 || !isSame(point, points[place - 1] as Vector));
  if (corners.length > 1 && isSame(corners[0] as Vector, corners.at(-1) as Vector)) corners.pop();
  if (corners.length < 3)
    return fail(
      'BadValue',
      `Loop must have at least 3 different vertices, ${corners.length} unique vertices were provided: ${displayValue(value)}`,
    );
  checkSimple(corners, value);
  return Loop.smaller(corners);
};

/** A loop meets itself nowhere. */
const checkSimple = (corners: readonly Vector[], value: Value): void => {
  const refuse = (reason: string): never => fail('BadValue', `Loop is not valid: ${displayValue(value)} ${reason}`);
  const { length } = corners;
  const at = (place: number): Vector => corners[place % length] as Vector;
  for (let i = 0; i < length; i += 1)
    for (let j = i + 1; j < length; j += 1) {
      if (isSame(at(i), at(j))) refuse(`Duplicate vertices: ${i} and ${j}`);
      const areNeighbours = j === i + 1 || (i === 0 && j === length - 1);
      if (!areNeighbours && meeting(at(i), at(i + 1), at(j), at(j + 1)) === 'cross') refuse(`Edges ${i} and ${j} cross.`);
    }
};
