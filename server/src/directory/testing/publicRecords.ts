import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrganisationShape } from '../Organisation.js';
import { dataFolder } from '../network.js';
import type { LevelName } from '../OrganisationRecord.js';

/** The organisations of the public data set, each once, with the networks that name it. */
export function publicOrganisations(): (Partial<OrganisationShape> & { name: string; networks: string[] })[] {
  const rows = parse(readFileSync(join(dataFolder, 'organisations.csv')), { columns: true }) as Record<string, string>[];
  const organisations = new Map<string, Partial<OrganisationShape> & { name: string; networks: string[] }>();
  for (const { name = '', acronym, country_iso2: country, level = '', network = '' } of rows) {
    const key = `${name} ${country ?? ''}`;
    const networks = network === '' || network.startsWith('(') ? [] : [network.replace(/ \(.*\)$/, '')];
    const known = organisations.get(key);
    if (known !== undefined) known.networks.push(...networks);
    else {
      organisations.set(key, {
        name,
        acronym: acronym || null,
        country: country || null,
        level: level.toUpperCase() as LevelName,
        networks,
      });
    }
  }
  return [...organisations.values()];
}
