import { badUserInput } from '../../platform/errors.js';

/** A part of the earth between two meridians and two parallels, in degrees; where `west` is greater than `east` it crosses the date line. */
export interface BoundingBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Throws BAD_USER_INPUT for a box that is not on the earth, or upside down. */
export function checkBox(name: string, box: BoundingBox): BoundingBox {
  const { west, south, east, north } = box;
  if (![west, east].every((degrees) => Math.abs(degrees) <= 180))
    throw badUserInput(`\`${name}\`: west and east must be from -180 to 180.`);
  if (![south, north].every((degrees) => Math.abs(degrees) <= 90))
    throw badUserInput(`\`${name}\`: south and north must be from -90 to 90.`);
  if (south > north) throw badUserInput(`\`${name}\`: south must not be greater than north.`);
  return box;
}

/** Whether the box holds the point; its edges belong to it, and nothing lies in it that has no point. */
export function holds(box: BoundingBox, point: { readonly latitude: number; readonly longitude: number } | null): boolean {
  if (point === null || point.latitude < box.south || point.latitude > box.north) return false;
  const [eastOfWest, westOfEast] = [point.longitude >= box.west, point.longitude <= box.east];
  return box.west <= box.east ? eastOfWest && westOfEast : eastOfWest || westOfEast;
}
