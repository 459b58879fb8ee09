/** The regions of the network, as the contract names them. */
export const regions = [
  'AFRICA',
  'ARAB_REGION',
  'ASIA_AND_PACIFIC',
  'EUROPE_AND_CENTRAL_ASIA',
  'LATIN_AMERICA_AND_CARIBBEAN',
  'NORTH_AMERICA',
] as const;

export type RegionName = (typeof regions)[number];

/**
 * Countries by ISO 3166-1 alpha-2 code, and XK for Kosovo. The Arab region is the Arab League.
 * Left out are the places where nobody lives for good: AQ, BV, GS, HM, TF, UM.
 */
const countriesByRegion: Readonly<Record<RegionName, string>> = {
  AFRICA:
    'AO BF BI BJ BW CD CF CG CI CM CV EH ER ET GA GH GM GN GQ GW IO KE LR LS MG ML MU MW MZ NA NE NG RE RW SC SH SL SN SS ST SZ TD TG TZ UG YT ZA ZM ZW',
  ARAB_REGION: 'AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE',
  ASIA_AND_PACIFIC:
    'AF AS AU BD BN BT CC CK CN CX FJ FM GU HK ID IN IR JP KH KI KP KR LA LK MH MM MN MO MP MV MY NC NF NP NR NU NZ PF PG PH PK PN PW SB SG TH TK TL TO TV TW VN VU WF WS',
  EUROPE_AND_CENTRAL_ASIA:
    'AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GL GR HR HU IE IL IM IS IT JE KG KZ LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TJ TM TR UA UZ VA XK',
  LATIN_AMERICA_AND_CARIBBEAN:
    'AG AI AR AW BB BL BM BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI',
  NORTH_AMERICA: 'CA PM US',
};

const regionByCountry: ReadonlyMap<string, RegionName> = new Map(
  regions.flatMap((region) => countriesByRegion[region].split(' ').map((country) => [country, region] as const)),
);

/** Every country in which an organisation can have its seat, by code. */
export const countries: readonly string[] = [...regionByCountry.keys()].sort();

/** The region of a country; undefined for a code that is none of `countries`. */
export function regionOf(country: string): RegionName | undefined {
  return regionByCountry.get(country);
}
