import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../platform/project-root.js';
import type { PeerWeights } from './reasonsBetween.js';
import { peerReasonCodes } from './reasonsBetween.js';

const read = (name: string): { path: string; content: unknown } => {
  const path = join(projectRoot, 'data', name);
  return { path, content: parse(readFileSync(path, 'utf8'), { schema: 'core' }) };
};

/** How many points each reason gives, from `data/peer-weights.yaml`. */
export const peerWeights: PeerWeights = weightsIn(read('peer-weights.yaml'));

function weightsIn({ path, content }: { path: string; content: unknown }): PeerWeights {
  const weights = content as Partial<PeerWeights> | null;
  for (const code of peerReasonCodes) {
    const weight = weights?.[code];
    if (!Number.isInteger(weight?.points) || !Number.isInteger(weight?.most))
      throw new Error(`${path} has no whole points and most for "${code}".`);
  }
  return weights as PeerWeights;
}

/** By year: the countries that the Universal Periodic Review looks at, from `data/un-reviews.yaml`. */
export const reviewedCountries: ReadonlyMap<number, ReadonlySet<string>> = reviewsIn(read('un-reviews.yaml').content);

/** The countries of each year in the content of the file; throws when it is no list of reviews. */
export function reviewsIn(content: unknown): Map<number, Set<string>> {
  const years = new Map<number, Set<string>>();
  for (const { year, countries } of content as { year: number; countries: string[] }[]) {
    years.set(year, new Set([...(years.get(year) ?? []), ...countries]));
  }
  return years;
}

/** A visit that the public record tells of, by the names of the two. */
export interface RecordedVisit {
  readonly visitor: string;
  readonly host: string;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** The visits that `data/facts.yaml` tells of. */
export function readRecordedVisits(): RecordedVisit[] {
  const { visits = [] } = read('facts.yaml').content as { visits?: RecordedVisit[] };
  return visits.map(({ visitor, host, on }) => ({ visitor: String(visitor), host: String(host), on: String(on) }));
}
