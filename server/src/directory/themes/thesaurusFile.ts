import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root.js';
import type { Labels } from './Thesaurus.js';
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
