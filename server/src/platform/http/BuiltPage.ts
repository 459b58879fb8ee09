import type { Language } from '../language.js';
import type { PageParts } from './PageList.js';
import type { StaticFiles } from './StaticFiles.js';

/** What the build of the client says of one of its files. */
interface BuiltFile {
  file: string;
  css?: readonly string[];
  imports?: readonly string[];
}

/** A document of the client as it was built, and the addresses of what its pages are made of. */
export class BuiltPage {
  readonly #manifest: Readonly<Record<string, BuiltFile>>;

  constructor(
    private readonly html: string,
    private readonly files: StaticFiles,
    manifestPath: string,
  ) {
    this.#manifest = JSON.parse(files.text(manifestPath) ?? '{}') as Record<string, BuiltFile>;
  }

  /**
   * Elements of `<head>` that let a browser bring a page and its words together with the program, instead of after it: on a slow line each
   * further step costs a third of a second. What the document brings anyway is left out.
   */
  partsAtOnce(parts: PageParts | undefined, language: Language): string[] {
    const { scripts, styles } = this.#filesOf(`src/${parts?.module}.tsx`);
    const words = ['frame', ...(parts?.words ?? [])].flatMap((room) => this.files.beginning(`/assets/words-${room}-${language}-`) ?? []);
    const isNew = (path: string): boolean => !this.html.includes(`"${path}"`);
    return [
      ...[...styles].filter(isNew).map((path) => `<link rel="stylesheet" crossorigin href="${path}" />`),
      ...[...scripts].filter(isNew).map((path) => `<link rel="modulepreload" crossorigin href="${path}" />`),
      ...words.map((path) => `<link rel="preload" as="fetch" crossorigin href="${path}" />`),
    ];
  }

  /** A file of the build with all that it imports at once, what it imports first, as styles must follow one another. */
  #filesOf(name: string, found = { names: new Set<string>(), scripts: new Set<string>(), styles: new Set<string>() }): typeof found {
    const built = this.#manifest[name];
    if (built === undefined || found.names.has(name)) return found;
    found.names.add(name);
    for (const imported of built.imports ?? []) this.#filesOf(imported, found);
    found.scripts.add(`/${built.file}`);
    for (const style of built.css ?? []) found.styles.add(`/${style}`);
    return found;
  }
}
