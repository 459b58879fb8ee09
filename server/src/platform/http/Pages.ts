import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../language.js';
import { directionOf, languages } from '../language.js';
import type { PageHead } from './PageHead.js';
import { arrivingMarkup, headMarkup } from './PageHead.js';
import { Sendable } from './Sendable.js';
import { send } from './send.js';

/** A page of the client in each language: `<html lang dir>` is right before any script has run, and so is what it says of itself. */
export class Pages {
  readonly #inLanguage: ReadonlyMap<Language, Sendable>;

  /** `wordsOf` names the file of the words that every page needs, so that it comes together with the program. */
  constructor(
    private readonly html: string,
    private readonly wordsOf: (language: Language) => string | undefined = () => undefined,
  ) {
    this.#inLanguage = new Map(languages.map((language) => [language, new Sendable(Buffer.from(this.#htmlIn(language)), 9)]));
  }

  /** With a head it says that of itself, and else what the client's own page says. */
  async send(
    language: Language,
    request: IncomingMessage,
    response: ServerResponse,
    { status = 200, head }: { status?: number; head?: Omit<PageHead, 'language'> } = {},
  ): Promise<void> {
    await send(request, response, this.#sendable(language, head), status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept-Encoding, Accept-Language, Cookie',
    });
  }

  #sendable(language: Language, head: Omit<PageHead, 'language'> | undefined): Sendable {
    if (head === undefined) return this.#inLanguage.get(language) as Sendable;
    const page = withHead(this.#htmlIn(language), headMarkup({ ...head, language }));
    return new Sendable(Buffer.from(page.replace('<div id="root">', (root) => root + arrivingMarkup({ ...head, language }))), 5);
  }

  #htmlIn(language: Language): string {
    const words = this.wordsOf(language);
    const html = inLanguage(this.html, language);
    return words === undefined
      ? html
      : html.replace('</head>', `  <link rel="preload" as="fetch" crossorigin href="${words}" />\n  </head>`);
  }
}

function inLanguage(html: string, language: Language): string {
  return html.replace(/<html\b[^>]*>/i, `<html lang="${language}" dir="${directionOf(language)}">`);
}

/** Puts the elements in the place of the page's own title and description. A function, since names may hold what `replace` would read as signs. */
function withHead(html: string, elements: string): string {
  return html.replace(/<meta\s+name="description"[^>]*>\s*/i, '').replace(/<title>[^<]*<\/title>/i, () => elements);
}
