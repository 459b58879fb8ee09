import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root.js';
import type { Labels, ThemeRecord } from './Thesaurus.js';
import { readLabelled, Thesaurus } from './Thesaurus.js';

const themesPath = join(projectRoot, 'data', 'themes.yaml');
const exchangesPath = join(projectRoot, 'data', 'exchanges.yaml');

/** The themes of the directory, read once. */
export const thesaurus = new Thesaurus(readFileSync(themesPath, 'utf8'), themesPath);

/** What organisations offer and seek, read once. */
export const exchanges: readonly ExchangeRecord[] = readLabelled(readFileSync(exchangesPath, 'utf8'), exchangesPath);

/** Something that one organisation offers and another seeks. */
export interface ExchangeRecord {
  readonly id: string;
  readonly label: Labels;
}

const exchangeById: ReadonlyMap<string, ExchangeRecord> = new Map(exchanges.map((exchange) => [exchange.id, exchange]));

/** What organisations offer or seek under this id; undefined when there is no such. */
export function exchange(id: string): ExchangeRecord | undefined {
  return exchangeById.get(id);
}

/** Those of these ids that exist. */
export function exchangesOf(ids: readonly string[]): ExchangeRecord[] {
  return ids.map(exchange).filter((each) => each !== undefined);
}

/** The theme with this id, which must be one that the thesaurus has. */
export function themeOf(id: string): ThemeRecord {
  const theme = thesaurus.theme(id);
  if (theme === undefined) throw new Error(`The thesaurus has no theme "${id}".`);
  return theme;
}
