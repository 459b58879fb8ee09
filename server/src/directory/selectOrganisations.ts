import type { BoundingBox } from './map/BoundingBox.js';
import { holds } from './map/BoundingBox.js';
import type { NetworksInYears, YearChoice } from './map/knownYears.js';
import { networksInYears } from './map/knownYears.js';
import type { ConfidenceName, LevelName, OrganisationRecord } from './OrganisationRecord.js';
import type { Matches } from './OrganisationSearch.js';
import type { RegionName } from './places/regions.js';

/** Which organisations are asked for; an empty set is no condition. */
export interface OrganisationChoice {
  countries: ReadonlySet<string>;
  regions: ReadonlySet<RegionName>;
  /** Those without a country, as one more alternative beside `countries` and `regions`. */
  withoutCountry: boolean;
  levels: ReadonlySet<LevelName>;
  networks: ReadonlySet<string>;
  confidences: ReadonlySet<ConfidenceName>;
  /** Where on the map; null is anywhere. */
  within: BoundingBox | null;
  years: YearChoice;
}

/** The organisations chosen, in the order given, and what each further choice would leave. */
export interface Selection {
  organisations: OrganisationRecord[];
  counts: {
    regions: Counts<RegionName>;
    countries: Counts<string>;
    levels: Counts<LevelName>;
    networks: Counts<string>;
    confidences: Counts<ConfidenceName>;
    withoutCountry: number;
  };
}

export type Counts<T> = ReadonlyMap<T, number>;

/** The conditions that an organisation can fail, one bit each. */
const country = 1;
const region = 2;
/** With or without a country where the other was asked for; the facets of place disregard it. */
const place = 4;
const level = 8;
const network = 16;
const confidence = 32;

/**
 * Chooses among organisations and counts each facet, in one walk: what fails one condition alone is what another choice there would bring.
 * Each count is the number of organisations that the same question would find with the choices of that facet replaced by that value;
 * `withoutCountry` replaces the choices of region and country together.
 */
export function selectOrganisations(
  organisations: Iterable<OrganisationRecord>,
  choice: OrganisationChoice,
  matches: Matches | null,
): Selection {
  const selected: OrganisationRecord[] = [];
  const regions = new Counter<RegionName>();
  const countries = new Counter<string>();
  const levels = new Counter<LevelName>();
  const networks = new Counter<string>();
  const confidences = new Counter<ConfidenceName>();
  let withoutCountry = 0;
  for (const organisation of organisations) {
    if (matches !== null && !matches.has(organisation.id)) continue;
    // No other choice of any facet brings in what lies outside the box.
    if (choice.within !== null && !holds(choice.within, organisation.region === null ? null : organisation.place)) continue;
    const inYears = networksInYears(organisation, choice.years);
    const failed = failedConditions(organisation, inYears, choice);
    if (failed === 0) selected.push(organisation);
    if (organisation.country === null) {
      if (isOnly(place, failed)) withoutCountry += 1;
    } else {
      if (isOnly(country | place, failed)) countries.add(organisation.country);
      if (isOnly(region | place, failed) && organisation.region !== null) regions.add(organisation.region);
    }
    if (isOnly(level, failed)) levels.add(organisation.level);
    if (isOnly(confidence, failed)) confidences.add(organisation.confidence);
    if (isOnly(network, failed)) for (const slug of inYears.slugs) networks.add(slug);
  }
  return {
    organisations: selected,
    counts: {
      regions: regions.counts,
      countries: countries.counts,
      levels: levels.counts,
      networks: networks.counts,
      confidences: confidences.counts,
      withoutCountry,
    },
  };
}

/** Whether nothing failed but these conditions, if even they did. */
function isOnly(conditions: number, failed: number): boolean {
  return (failed & ~conditions) === 0;
}

function failedConditions(organisation: OrganisationRecord, { slugs, fits }: NetworksInYears, choice: OrganisationChoice): number {
  let failed = failedPlace(organisation, choice);
  if (choice.levels.size > 0 && !choice.levels.has(organisation.level)) failed |= level;
  if (choice.confidences.size > 0 && !choice.confidences.has(organisation.confidence)) failed |= confidence;
  if (choice.networks.size > 0 ? !slugs.some((slug) => choice.networks.has(slug)) : !fits) failed |= network;
  return failed;
}

function failedPlace(organisation: OrganisationRecord, { countries, regions, withoutCountry }: OrganisationChoice): number {
  const nothingChosen = countries.size === 0 && regions.size === 0;
  if (organisation.country === null) return withoutCountry || nothingChosen ? 0 : place;
  let failed = withoutCountry && nothingChosen ? place : 0;
  if (countries.size > 0 && !countries.has(organisation.country)) failed |= country;
  if (regions.size > 0 && (organisation.region === null || !regions.has(organisation.region))) failed |= region;
  return failed;
}

class Counter<T> {
  readonly counts = new Map<T, number>();

  add(value: T): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }
}
