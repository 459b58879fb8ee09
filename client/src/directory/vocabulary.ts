import type { Mechanism, OrganisationLevel, OrganisationType } from '../generated/graphql.js';

export const levels: readonly OrganisationLevel[] = ['NATIONAL', 'REGIONAL', 'INTERNATIONAL'];

export const organisationTypes: readonly OrganisationType[] = [
  'NATIONAL_COALITION',
  'NATIONAL_OR_LOCAL',
  'REGIONAL',
  'INTERNATIONAL',
  'ACADEMIC',
  'PUBLIC_BODY',
  'CHILD_OR_YOUTH_LED',
  'INDIVIDUAL',
];

export const mechanisms: readonly Mechanism[] = [
  'COMMITTEE_ON_THE_RIGHTS_OF_THE_CHILD',
  'UNIVERSAL_PERIODIC_REVIEW',
  'HUMAN_RIGHTS_COUNCIL',
  'SPECIAL_PROCEDURES',
  'COMMITTEE_ON_DISCRIMINATION_AGAINST_WOMEN',
  'COMMITTEE_ON_PERSONS_WITH_DISABILITIES',
  'OTHER_TREATY_BODIES',
  'HIGH_LEVEL_POLITICAL_FORUM',
  'REGIONAL_MECHANISMS',
];
