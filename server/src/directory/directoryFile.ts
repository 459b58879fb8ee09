import { publicContactDetailsOf } from '../people/index.js';
import type { Language } from '../platform/language.js';
import type { ServedFile } from '../platform/Portal.js';
import type { DirectoryIndex } from './DirectoryIndex.js';
import { exportOrganisations } from './exportOrganisations.js';
import { mapConditionsIn } from './map/mapParameters.js';
import type { SortName } from './organisationOrder.js';
import type { OrganisationRecord } from './OrganisationRecord.js';
import { confidences, levels } from './OrganisationRecord.js';
import { regions } from './places/regions.js';
import { unRegions } from './places/unRegions.js';
import { mechanisms, organisationTypes } from './profile.js';
import type { OrganisationsArguments } from './queries.js';
import { allOrganisations } from './queries.js';
import { geoJson } from './ways-out/geoJson.js';
import { jsonLd } from './ways-out/jsonLd.js';
import { spreadsheet } from './ways-out/spreadsheet.js';
import { vCards } from './ways-out/vCards.js';

const sorts: readonly SortName[] = ['NAME', 'COUNTRY', 'RELEVANCE'];

/** What a file is made for. */
interface Asked {
  language: Language;
  publicUrl: string;
}

interface Format {
  contentType: string;
  write(organisations: readonly OrganisationRecord[], asked: Asked): string | Buffer | Promise<string | Buffer>;
}

/** The ways in which the list can be taken home, by the ending of the file's name. */
export const formats = {
  csv: { contentType: 'text/csv; charset=utf-8', write: exportOrganisations },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: spreadsheet },
  geojson: { contentType: 'application/geo+json', write: (found, { publicUrl }) => geoJson(found, publicUrl) },
  vcf: {
    contentType: 'text/vcard; charset=utf-8',
    write: async (found, asked) => vCards(found, await publicContactDetailsOf(found.map(({ id }) => id)), asked),
  },
  jsonld: { contentType: 'application/ld+json', write: (found, { publicUrl }) => jsonLd(found, publicUrl) },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

/**
 * The list that the directory's page shows to a stranger at the same address, as a file. A file travels, so it holds what everybody may
 * see, whoever asks for it. The parameters are the page's: `q`, `country`, `region`, `un-region`, `level`, `network`, `confidence`, `type`,
 * `theme`, `language`, `mechanism`, `offer`, `seek` (each as often as wanted, or with commas), `unplaced=1`, `sort`, and those of the map.
 */
export async function directoryFile(
  directory: DirectoryIndex,
  name: FormatName,
  parameters: URLSearchParams,
  asked: Asked,
): Promise<ServedFile> {
  const question = questionIn(parameters);
  const found = question === null ? [] : allOrganisations({ directory, viewer: null, language: asked.language }, question);
  const { contentType, write }: Format = formats[name];
  return { contentType, fileName: `directory.${name}`, body: await write(found, asked) };
}

/** What the address asks for; null when it names something that does not exist, so that nothing can be found. */
function questionIn(parameters: URLSearchParams): Omit<OrganisationsArguments, 'first'> | null {
  const onMap = mapConditionsIn(parameters);
  const values = (name: string): string[] => parameters.getAll(name).flatMap((value) => value.split(',').filter((part) => part !== ''));
  let isUnknown = false;
  const named = <T extends string>(name: string, known: readonly T[]): T[] => {
    const wanted = values(name).map((value) => value.toUpperCase().replaceAll('-', '_'));
    const found = known.filter((each) => wanted.includes(each));
    isUnknown ||= wanted.length > 0 && found.length === 0;
    return found;
  };
  const filter = {
    ...onMap,
    themes: values('theme'),
    countries: values('country'),
    regions: named('region', regions),
    unRegions: named('un-region', unRegions),
    withoutCountry: parameters.get('unplaced') === '1',
    types: named('type', organisationTypes),
    levels: named('level', levels),
    languages: values('language'),
    networks: values('network'),
    offers: values('offer'),
    seeks: values('seek'),
    mechanisms: named('mechanism', mechanisms),
    confidences: named('confidence', confidences),
  };
  if (isUnknown || onMap === null) return null;
  const search = parameters.get('q')?.trim().slice(0, 200);
  return { filter, search: search === '' ? null : search, sort: named('sort', sorts)[0] };
}
