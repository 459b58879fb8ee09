import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../platform/project-root.js';

/** What is public about the network that the portal serves. */
export interface NetworkRecord {
  name: string;
  foundedIn: number;
  seat: string;
  /** YYYY-MM-DD. */
  recordReadOn: string;
  publishedCounts: PublishedCountRecord[];
}

export interface PublishedCountRecord {
  on: string;
  precision: 'DAY' | 'MONTH' | 'YEAR';
  organisations: number;
  sourceUrl: string;
}

/** The folder of the public data set. */
export const dataFolder = join(projectRoot, 'data');

/** Reads the network's facts from `facts.yaml`; throws an error that names the file and the missing fact. */
export async function readNetwork(path = join(dataFolder, 'facts.yaml')): Promise<NetworkRecord> {
  const facts: unknown = parse(await readFile(path, 'utf8'), { schema: 'core' });
  const at = (from: unknown, name: string): unknown => {
    const value = typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[name] : undefined;
    if (value === undefined) throw new Error(`${path} says nothing of "${name}".`);
    return value;
  };
  const network = at(facts, 'network');
  const counts = at(network, 'counts');
  return {
    name: String(at(network, 'name')),
    foundedIn: Number(at(network, 'founded')),
    seat: String(at(network, 'seat')),
    recordReadOn: String(at(facts, 'recordReadOn')),
    publishedCounts: (Array.isArray(counts) ? counts : []).map((count: unknown) => ({
      on: String(at(count, 'on')),
      precision: precisionOf(count),
      organisations: Number(at(count, 'organisations')),
      sourceUrl: `https://${String(at(count, 'source')).replace(/^https?:\/\//, '')}`,
    })),
  };
}

function precisionOf(count: unknown): PublishedCountRecord['precision'] {
  const precision = typeof count === 'object' && count !== null && 'precision' in count ? count.precision : 'day';
  return precision === 'month' ? 'MONTH' : precision === 'year' ? 'YEAR' : 'DAY';
}
