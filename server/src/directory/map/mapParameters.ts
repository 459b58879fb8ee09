import type { OrganisationFilter } from '../choice.js';

/**
 * The conditions of the map in an address: `box=west,south,east,north` in degrees, `year=2019` and `undated=1`, as the directory's pages write them.
 * Null when one of them cannot be read, so that nothing can be found.
 */
export function mapConditionsIn(parameters: URLSearchParams): Pick<OrganisationFilter, 'within' | 'knownBy' | 'withoutKnownDay'> | null {
  const [box, year] = [parameters.get('box'), parameters.get('year')];
  const [west, south, east, north, ...rest] = (box ?? '').split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const within = { west: west ?? NaN, south: south ?? NaN, east: east ?? NaN, north: north ?? NaN };
  const isBox =
    rest.length === 0 &&
    [within.west, within.east].every((degrees) => Math.abs(degrees) <= 180) &&
    [within.south, within.north].every((degrees) => Math.abs(degrees) <= 90) &&
    within.south <= within.north;
  if ((box && !isBox) || (year && !/^\d{4}$/.test(year))) return null;
  return {
    ...(box && { within }),
    ...(year && { knownBy: Number(year) }),
    ...(parameters.get('undated') === '1' && { withoutKnownDay: true }),
  };
}
