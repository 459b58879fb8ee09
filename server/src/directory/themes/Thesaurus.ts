import { parse } from 'yaml';
import type { Language } from '../../platform/language.js';
import { languages } from '../../platform/language.js';
import { phraseOf } from './phrases.js';

export type Labels = Readonly<Record<Language, string>>;

/** A group of themes, as the Committee on the Rights of the Child groups the articles of the Convention. */
export interface ThemeClusterRecord {
  readonly id: string;
  readonly label: Labels;
}

/** What organisations work on, in the words of four languages. */
export interface ThemeRecord {
  readonly id: string;
  readonly label: Labels;
  readonly cluster: ThemeClusterRecord;
  readonly synonyms: Readonly<Record<Language, readonly string[]>>;
  /** Ids of the themes that a search for this one finds as well. */
  readonly narrower: readonly string[];
}

/** The themes of the directory: what they are called, and which words mean which. */
export class Thesaurus {
  readonly themes: readonly ThemeRecord[];
  readonly #byId: ReadonlyMap<string, ThemeRecord>;
  /** By phrase: the themes that it means, narrower ones not included. */
  readonly #meant = new Map<string, Set<string>>();
  /** By the name of a cluster: its themes. A name of an organisation is not read so, since it seldom speaks of all of them. */
  readonly #clusters = new Map<string, Set<string>>();

  /** Takes the text of `data/themes.yaml`; throws an error that names the file and what is missing in it. */
  constructor(text: string, path: string) {
    this.themes = readClusters(text, path);
    this.#byId = new Map(this.themes.map((theme) => [theme.id, theme]));
    for (const { id, narrower } of this.themes) {
      for (const each of narrower)
        if (!this.#byId.has(each)) throw new Error(`${path}: "${id}" names a theme that does not exist: "${each}".`);
    }
    for (const { id, label, cluster, synonyms } of this.themes) {
      for (const language of languages) {
        for (const term of [label[language], ...synonyms[language]]) add(this.#meant, term, id);
        add(this.#clusters, cluster.label[language], id);
      }
    }
  }

  /** The theme with this id; undefined when there is none. */
  theme(id: string): ThemeRecord | undefined {
    return this.#byId.get(id);
  }

  /** Each phrase of the thesaurus with the themes that a search for it finds: narrower ones as well, and for a cluster all of its own. */
  *phrases(): Iterable<[phrase: string, themeIds: readonly string[]]> {
    for (const phrase of new Set([...this.#meant.keys(), ...this.#clusters.keys()])) {
      yield [phrase, this.withNarrower([...(this.#meant.get(phrase) ?? []), ...(this.#clusters.get(phrase) ?? [])])];
    }
  }

  /** The ids with those of their narrower themes, each once. */
  withNarrower(ids: Iterable<string>): string[] {
    return [...new Set([...ids].flatMap((id) => [id, ...(this.#byId.get(id)?.narrower ?? [])]))];
  }

  /** The themes that a phrase means, itself alone; undefined when it is no term. */
  meant(phrase: string): ReadonlySet<string> | undefined {
    return this.#meant.get(phrase);
  }
}

function add(phrases: Map<string, Set<string>>, term: string, id: string): void {
  const phrase = phraseOf(term);
  phrases.set(phrase, (phrases.get(phrase) ?? new Set()).add(id));
}

function readClusters(text: string, path: string): ThemeRecord[] {
  const clusters: unknown = parse(text, { schema: 'core' });
  if (!Array.isArray(clusters)) throw new Error(`${path} must be a list of clusters.`);
  return clusters.flatMap((entry: unknown) => {
    const cluster = { id: textAt(entry, 'id', path), label: labelsAt(entry, path) };
    const themes = valueAt(entry, 'themes');
    if (!Array.isArray(themes)) throw new Error(`${path}: the cluster "${cluster.id}" has no themes.`);
    return themes.map((theme: unknown) => ({
      id: textAt(theme, 'id', path),
      label: labelsAt(theme, path),
      cluster,
      synonyms: { en: textsAt(theme, 'en'), fr: textsAt(theme, 'fr'), es: textsAt(theme, 'es'), ar: textsAt(theme, 'ar') },
      narrower: textsAt(theme, 'narrower'),
    }));
  });
}

/** Reads `id` and `label` in four languages of each entry of a list; throws an error that names the file. */
export function readLabelled(text: string, path: string): { id: string; label: Labels }[] {
  const entries: unknown = parse(text, { schema: 'core' });
  if (!Array.isArray(entries)) throw new Error(`${path} must be a list.`);
  return entries.map((entry: unknown) => ({ id: textAt(entry, 'id', path), label: labelsAt(entry, path) }));
}

function labelsAt(entry: unknown, path: string): Labels {
  const label = valueAt(entry, 'label');
  const labelIn = (language: Language): string => textAt(label, language, path);
  return { en: labelIn('en'), fr: labelIn('fr'), es: labelIn('es'), ar: labelIn('ar') };
}

function textAt(entry: unknown, name: string, path: string): string {
  const value = valueAt(entry, name);
  if (typeof value !== 'string' || value === '') throw new Error(`${path}: "${name}" is missing in ${JSON.stringify(entry)}.`);
  return value;
}

function textsAt(entry: unknown, name: string): string[] {
  const values = valueAt(entry, name);
  return Array.isArray(values) ? values.map(String) : [];
}

function valueAt(entry: unknown, name: string): unknown {
  return typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[name] : undefined;
}
