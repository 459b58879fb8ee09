/** The regional groups of the member states of the United Nations, as the contract names them. */
export const unRegions = [
  'AFRICAN_STATES',
  'ASIA_PACIFIC_STATES',
  'EASTERN_EUROPEAN_STATES',
  'LATIN_AMERICAN_AND_CARIBBEAN_STATES',
  'WESTERN_EUROPEAN_AND_OTHER_STATES',
] as const;

export type UnRegionName = (typeof unRegions)[number];

/**
 * The member states by ISO 3166-1 alpha-2 code. Turkey, which takes part in two groups, stands in the one in which it votes;
 * the United States attends the meetings of the group in which it stands.
 */
const statesByGroup: Readonly<Record<UnRegionName, string>> = {
  AFRICAN_STATES:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW',
  ASIA_PACIFIC_STATES:
    'AE AF BD BH BN BT CN CY FJ FM ID IN IQ IR JO JP KG KH KI KP KR KW KZ LA LB LK MH MM MN MV MY NP NR OM PG PH PK PW QA SA SB SG SY TH TJ TL TM TO TV UZ VN VU WS YE',
  EASTERN_EUROPEAN_STATES: 'AL AM AZ BA BG BY CZ EE GE HR HU LT LV MD ME MK PL RO RS RU SI SK UA',
  LATIN_AMERICAN_AND_CARIBBEAN_STATES: 'AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT UY VC VE',
  WESTERN_EUROPEAN_AND_OTHER_STATES: 'AD AT AU BE CA CH DE DK ES FI FR GB GR IE IL IS IT LI LU MC MT NL NO NZ PT SE SM TR US',
};

const groupByState: ReadonlyMap<string, UnRegionName> = new Map(
  unRegions.flatMap((group) => statesByGroup[group].split(' ').map((state) => [state, group] as const)),
);

/** The regional group of a country; undefined for what is no member state. */
export function unRegionOf(country: string | null): UnRegionName | undefined {
  return country === null ? undefined : groupByState.get(country);
}
