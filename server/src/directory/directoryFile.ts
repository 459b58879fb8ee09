import type { Language } from '../platform/language.js';
import type { ServedFile } from '../platform/Portal.js';
import type { DirectoryIndex } from './DirectoryIndex.js';
import { exportOrganisations } from './exportOrganisations.js';
import { mapConditionsIn } from './map/mapParameters.js';
import type { SortName } from './organisationOrder.js';
import { confidences, levels } from './OrganisationRecord.js';
import { regions } from './places/regions.js';
import type { OrganisationsArguments } from './queries.js';
import { allOrganisations } from './queries.js';

const sorts: readonly SortName[] = ['NAME', 'COUNTRY', 'RELEVANCE'];

/**
 * The list that the directory's page shows for the same address, as everybody may see it, as a file. The parameters are the page's:
 * `q`, `country`, `region`, `level`, `network`, `confidence` (each as often as wanted), `unplaced=1`, `sort`, and those of the map.
 */
export function directoryFile(directory: DirectoryIndex, language: Language, parameters: URLSearchParams): ServedFile {
  const asked = questionIn(parameters);
  const found = asked === null ? [] : allOrganisations({ directory, viewer: null, language }, asked);
  return { contentType: 'text/csv; charset=utf-8', fileName: 'directory.csv', body: exportOrganisations(found) };
}

/** What the address asks for; null when it names something that does not exist, so that nothing can be found. */
function questionIn(parameters: URLSearchParams): Omit<OrganisationsArguments, 'first'> | null {
  const values = (name: string): string[] => parameters.getAll(name).filter((value) => value !== '');
  const named = <T extends string>(name: string, known: readonly T[]): T[] =>
    values(name).flatMap((value) => known.filter((each) => each === value.toUpperCase().replaceAll('-', '_')));
  const onMap = mapConditionsIn(parameters);
  const filter = {
    ...onMap,
    countries: values('country'),
    regions: named('region', regions),
    withoutCountry: parameters.get('unplaced') === '1',
    levels: named('level', levels),
    networks: values('network'),
    confidences: named('confidence', confidences),
  };
  const isUnknown = (['region', 'level', 'confidence'] as const).some(
    (name) => values(name).length > 0 && named<string>(name, [...regions, ...levels, ...confidences]).length === 0,
  );
  return isUnknown || onMap === null ? null : { filter, search: parameters.get('q')?.slice(0, 200), sort: named('sort', sorts)[0] };
}
