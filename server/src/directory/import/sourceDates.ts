import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fold } from '../fold.js';
import { dataFolder } from '../network.js';
import type { ApproximateDay } from '../profile.js';

/** What is known of days: when a source was published, and who was admitted to the network at which assembly. */
export interface SourceDates {
  publishedOn(sourceUrl: string): ApproximateDay | null;
  admittedOn(network: string, organisation: string): ApproximateDay | null;
}

/** For files whose sources have no known day. */
export const noSourceDates: SourceDates = { publishedOn: () => null, admittedOn: () => null };

/** Reads `sources.yaml` and the assemblies of `facts.yaml`; throws an error that names the file and what is wrong. */
export async function readSourceDates(folder = dataFolder): Promise<SourceDates> {
  const [sourcesPath, factsPath] = [join(folder, 'sources.yaml'), join(folder, 'facts.yaml')];
  if (!existsSync(sourcesPath)) return noSourceDates;
  const [sources, facts] = await Promise.all([readYaml(sourcesPath), readYaml(factsPath)]);
  const published = new Map(
    listIn(sources, 'sources').map((source) => [addressKey(textIn(source, 'address', sourcesPath)), dayIn(source, sourcesPath)]),
  );
  const network = String(fieldOf(fieldOf(facts, 'network'), 'name') ?? '');
  const admitted = new Map(
    listIn(facts, 'assemblies').flatMap((assembly) => {
      const on = admissionDay(assembly);
      return on === null ? [] : listIn(assembly, 'admittedNamed').map((name) => [fold(String(name)), on] as const);
    }),
  );
  return {
    publishedOn: (sourceUrl) => published.get(addressKey(sourceUrl)) ?? null,
    admittedOn: (name, organisation) => (fold(name) === fold(network) ? (admitted.get(fold(organisation)) ?? null) : null),
  };
}

/** Of an assembly of several days nobody says on which of them; then the month is known and the day is not. */
function admissionDay(assembly: unknown): ApproximateDay | null {
  const [on, from, to] = ['on', 'from', 'to'].map((name) => fieldOf(assembly, name));
  if (on !== undefined) return asDay(String(on));
  const last = String(to ?? from ?? '');
  return asDay(last.slice(0, from === to ? undefined : 'YYYY-MM'.length));
}

function dayIn(source: unknown, path: string): ApproximateDay {
  const written = textIn(source, 'on', path);
  const day = asDay(written);
  if (day === null) throw new Error(`${path} says "on: ${written}", which is no day, month or year.`);
  return day;
}

/** Reads YYYY-MM-DD, YYYY-MM or YYYY; null for anything else. */
function asDay(written: string): ApproximateDay | null {
  const parts = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/.exec(written)?.groups;
  if (parts === undefined) return null;
  const { year, month, day } = parts;
  const on = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (Number.isNaN(Date.parse(on))) return null;
  return { on, precision: day !== undefined ? 'DAY' : month !== undefined ? 'MONTH' : 'YEAR' };
}

/** An address with or without its scheme, `www` and last slash is the same page. */
function addressKey(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

async function readYaml(path: string): Promise<unknown> {
  return parse(await readFile(path, 'utf8'), { schema: 'core' });
}

function fieldOf(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[name] : undefined;
}

function listIn(from: unknown, name: string): unknown[] {
  const value = fieldOf(from, name);
  return Array.isArray(value) ? value : [];
}

function textIn(from: unknown, name: string, path: string): string {
  const value = fieldOf(from, name);
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${path} has an entry without "${name}".`);
  return String(value);
}
