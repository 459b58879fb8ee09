import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../fold.js';
import { dataFolder } from '../network.js';
import type { PlaceRecord } from './places.js';

/** A city or region whose published middle can be chosen. */
export interface PublishedPlace {
  /** `city:1821306`, by the number that GeoNames gives it, or `region:KH.29`. */
  readonly id: string;
  readonly country: string;
  readonly name: string;
  /** The name of the region in which a city lies; null for a region and where no region is known. */
  readonly region: string | null;
  readonly place: PlaceRecord;
}

interface Gazetteer {
  /** By country, the largest cities first. */
  cities: ReadonlyMap<string, readonly PublishedPlace[]>;
  /** By country and name. */
  regions: ReadonlyMap<string, readonly PublishedPlace[]>;
  byId: ReadonlyMap<string, PublishedPlace>;
}

let read: Gazetteer | null = null;

/** The published middles, read when somebody chooses a place for the first time. */
function gazetteer(): Gazetteer {
  read ??= readGazetteer();
  return read;
}

/** The places of the country whose name has a word that begins so; the largest cities first, regions by name. */
export function publishedPlaces(country: string, kind: 'CITY' | 'REGION', startingWith: string, most: number): PublishedPlace[] {
  const { cities, regions } = gazetteer();
  const wanted = fold(startingWith);
  const found: PublishedPlace[] = [];
  for (const each of (kind === 'CITY' ? cities : regions).get(country) ?? []) {
    if (found.length === most) break;
    if (wanted === '' || ` ${fold(each.name)}`.includes(` ${wanted}`)) found.push(each);
  }
  return found;
}

/** The place with this key; undefined when there is none. */
export function publishedPlace(id: string): PublishedPlace | undefined {
  return gazetteer().byId.get(id);
}

function readGazetteer(): Gazetteer {
  const regionNames = new Map<string, string>();
  const regions = linesOf('region-middles.tsv').map(([country = '', code = '', name = '', latitude, longitude]): PublishedPlace => {
    regionNames.set(`${country}.${code}`, name);
    const place: PlaceRecord = { latitude: Number(latitude), longitude: Number(longitude), precision: 'REGION', region: name, city: null };
    return { id: `region:${country}.${code}`, country, name, region: null, place };
  });
  const cities = linesOf('city-middles.tsv').map(([country = '', id = '', name = '', code = '', latitude, longitude]): PublishedPlace => {
    const region = regionNames.get(`${country}.${code}`) ?? null;
    const place: PlaceRecord = { latitude: Number(latitude), longitude: Number(longitude), precision: 'CITY', region, city: name };
    return { id: `city:${id}`, country, name, region, place };
  });
  const collator = new Intl.Collator('en');
  regions.sort((one, other) => collator.compare(one.name, other.name));
  return { cities: byCountry(cities), regions: byCountry(regions), byId: new Map([...cities, ...regions].map((each) => [each.id, each])) };
}

/** The fields of each line below the first, which names them. */
function linesOf(file: string): string[][] {
  const [, ...lines] = readFileSync(join(dataFolder, file), 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

function byCountry(places: readonly PublishedPlace[]): Map<string, PublishedPlace[]> {
  const groups = new Map<string, PublishedPlace[]>();
  for (const place of places) {
    const group = groups.get(place.country);
    if (group) group.push(place);
    else groups.set(place.country, [place]);
  }
  return groups;
}
