import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';

/** forEverybody: search engines may show it. forPeople: it means something to its reader alone. forOtherSites: a frame for pages of others. */
export const pageKinds = ['forEverybody', 'forPeople', 'forOtherSites'] as const;
export type PageKind = (typeof pageKinds)[number];

/** What of the client draws a page. */
export interface PageParts {
  /** Its module below `client/src`, without an ending. */
  module: string;
  /** The rooms whose words it needs beside those of the frame. */
  words: readonly string[];
}

/** A page that an address leads to. */
export interface FoundPage {
  /** As the list writes it, such as `/organisations/:slug`. */
  pattern: string;
  kind: PageKind;
  parts: PageParts;
  /** What the address says at the places that begin with a colon. */
  parameters: Readonly<Record<string, string>>;
}

/** Which addresses are pages. Compared as the client's router compares them: capitals and a slash at the end do not matter. */
export class PageList {
  readonly #pages: readonly (Omit<FoundPage, 'parameters'> & { expression: RegExp })[];

  constructor(patterns: Readonly<Record<PageKind, Readonly<Record<string, PageParts>>>>) {
    this.#pages = pageKinds.flatMap((kind) =>
      Object.entries(patterns[kind]).map(([pattern, parts]) => ({ pattern, kind, parts, expression: expressionOf(pattern) })),
    );
  }

  /** The addresses of a kind that can be written down, having nothing in them that differs. */
  addresses(kind: PageKind): string[] {
    return this.#pages.filter((page) => page.kind === kind && !page.pattern.includes(':')).map(({ pattern }) => pattern);
  }

  /** Null when no page is there. */
  find(path: string): FoundPage | null {
    for (const { expression, ...page } of this.#pages) {
      const groups = expression.exec(path);
      if (groups === null) continue;
      const parameters = decoded(groups.groups ?? {});
      if (parameters !== null) return { ...page, parameters };
    }
    return null;
  }
}

/** The list that the client's routes are held against. */
export function readPageList(path = join(projectRoot, 'schema', 'pages.json')): PageList {
  return new PageList(JSON.parse(readFileSync(path, 'utf8')) as Record<PageKind, Record<string, PageParts>>);
}

function expressionOf(pattern: string): RegExp {
  const steps = pattern.split('/').filter((step) => step !== '');
  return new RegExp(`^${steps.map((step) => (step.startsWith(':') ? `/(?<${step.slice(1)}>[^/]+)` : `/${step}`)).join('')}/?$`, 'i');
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> | null {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    // A percent sign with nothing sensible after it.
    return null;
  }
}
