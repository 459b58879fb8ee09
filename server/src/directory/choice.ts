import { badUserInput } from '../platform/errors.js';
import type { BoundingBox } from './map/BoundingBox.js';
import { checkBox } from './map/BoundingBox.js';
import type { ConfidenceName, LevelName } from './OrganisationRecord.js';
import type { RegionName } from './places/regions.js';
import type { UnRegionName } from './places/unRegions.js';
import type { MechanismName, OrganisationTypeName } from './profile.js';
import type { FacetChoice, OrganisationChoice } from './search/FacetIndex.js';
import { facetNames } from './search/FacetIndex.js';

/** The filter of the public query; every list may be left out. */
export interface OrganisationFilter {
  countries?: readonly string[] | null | undefined;
  regions?: readonly RegionName[] | null | undefined;
  unRegions?: readonly UnRegionName[] | null | undefined;
  withoutCountry?: boolean | null | undefined;
  levels?: readonly LevelName[] | null | undefined;
  networks?: readonly string[] | null | undefined;
  confidences?: readonly ConfidenceName[] | null | undefined;
  types?: readonly OrganisationTypeName[] | null | undefined;
  themes?: readonly string[] | null | undefined;
  languages?: readonly string[] | null | undefined;
  mechanisms?: readonly MechanismName[] | null | undefined;
  offers?: readonly string[] | null | undefined;
  seeks?: readonly string[] | null | undefined;
  within?: BoundingBox | null | undefined;
  knownBy?: number | null | undefined;
  withoutKnownDay?: boolean | null | undefined;
}

/** More values than there are countries ask for nothing that a page could. */
const mostValues = 300;

/** What a filter asks for. Throws BAD_USER_INPUT. */
export function choiceOf(filter: OrganisationFilter | null | undefined): OrganisationChoice {
  return filter == null ? everything : choiceMade(filter);
}

function choiceMade(filter: OrganisationFilter): OrganisationChoice {
  const chosen = facetNames.map((facet) => {
    const values: readonly string[] = filter[facet] ?? [];
    if (values.length > mostValues) throw badUserInput(`\`${facet}\` may have at most ${mostValues} values.`);
    return [facet, new Set(facet === 'countries' ? values.map((country) => country.toUpperCase()) : values)] as const;
  });
  return {
    ...(Object.fromEntries(chosen) as unknown as FacetChoice),
    withoutCountry: filter.withoutCountry ?? false,
    within: filter.within ? checkBox('within', filter.within) : null,
    years: { knownBy: filter.knownBy ?? null, withoutKnownDay: filter.withoutKnownDay ?? false },
  };
}

/** No condition at all. */
export const everything: OrganisationChoice = choiceMade({});
