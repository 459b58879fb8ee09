import type { Language } from '../platform/language.js';
import type { Weekday, WorkingHours } from './Account.js';

/** What an account starts with; its owner changes any of it. */
export interface AccountDefaults {
  language: Language;
  timeZone: string;
  workingHours: WorkingHours;
  weekend: Weekday[];
}

const countriesByLanguage: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  ar: 'AE BH DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE',
  es: 'AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE',
  fr: 'BE BF BI BJ CD CF CG CH CI CM DJ FR GA GN HT LU MC MG ML NE RW SC SN TD TG',
};

const countriesByWeekend: readonly (readonly [Weekday[], string])[] = [
  [['FRIDAY', 'SATURDAY'], 'BD BH DZ EG IL IQ JO KW LY MV OM PS QA SA SD SY YE'],
  [['THURSDAY', 'FRIDAY'], 'AF IR'],
  [['FRIDAY'], 'DJ SO'],
  [['FRIDAY', 'SUNDAY'], 'BN'],
  [['SATURDAY'], 'NP'],
];

/** Where most people of a country with several zones keep their clocks. */
const mainTimeZones: Readonly<Record<string, string>> = {
  AQ: 'UTC',
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Gaza',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  UM: 'Pacific/Wake',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
  VN: 'Asia/Ho_Chi_Minh',
};

/** Sensible settings for a country, ISO 3166-1 alpha-2; English, UTC and Saturday-Sunday when it is unknown. */
export function defaultsOf(country: string | null): AccountDefaults {
  return {
    language: languageOf(country),
    timeZone: timeZoneOf(country),
    workingHours: { start: '09:00', end: '17:00' },
    weekend: weekendOf(country),
  };
}

function languageOf(country: string | null): Language {
  if (country === null) return 'en';
  return (['ar', 'es', 'fr'] as const).find((language) => countriesByLanguage[language].split(' ').includes(country)) ?? 'en';
}

function weekendOf(country: string | null): Weekday[] {
  const found = country === null ? undefined : countriesByWeekend.find(([, countries]) => countries.split(' ').includes(country));
  return [...(found?.[0] ?? (['SATURDAY', 'SUNDAY'] as const))];
}

/** TypeScript does not know yet what V8 knows of a region: Node 20 has the property, later ones the method. */
interface RegionOfIntl extends Intl.Locale {
  timeZones?: string[];
  getTimeZones?(): string[] | undefined;
}

/** By country, since asking Intl takes a tenth of a millisecond. */
const timeZones = new Map<string, string>(Object.entries(mainTimeZones));

function timeZoneOf(country: string | null): string {
  if (country === null || !/^[A-Z]{2}$/.test(country)) return 'UTC';
  let timeZone = timeZones.get(country);
  if (timeZone === undefined) {
    const region: RegionOfIntl = new Intl.Locale(`und-${country}`);
    timeZone = (region.getTimeZones?.() ?? region.timeZones)?.[0] ?? 'UTC';
    timeZones.set(country, timeZone);
  }
  return timeZone;
}
