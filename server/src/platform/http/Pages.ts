import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../language.js';
import { directionOf } from '../language.js';
import type { PageHead } from './PageHead.js';
import { arrivingMarkup, headMarkup } from './PageHead.js';
import type { PageParts } from './PageList.js';
import { Sendable } from './Sendable.js';
import { allowScripts, scriptsWithin } from './security.js';
import { send } from './send.js';

/** Elements of `<head>` that bring what a page is made of at once. */
type PartsAtOnce = (parts: PageParts | undefined, language: Language) => readonly string[];

/** What one answer differs in from others. */
interface Particulars {
  status?: number;
  /** What the page is made of. */
  parts?: PageParts;
  /** With a head it says that of itself, and else what the client's own document says. */
  head?: Omit<PageHead, 'language'>;
}

/** A document of the client in each language: `<html lang dir>` is right before any script has run, and so is what a page says of itself. */
export class Pages {
  /** Without the heads of single pages, by language and module. */
  readonly #documents = new Map<string, { html: string; sendable: Sendable }>();
  /** Of the client's own document, before anything of anybody stands in it. */
  readonly #scripts: readonly string[];

  constructor(
    private readonly html: string,
    private readonly partsAtOnce: PartsAtOnce = () => [],
  ) {
    this.#scripts = scriptsWithin(html);
  }

  async send(
    language: Language,
    request: IncomingMessage,
    response: ServerResponse,
    { status = 200, parts, head }: Particulars = {},
  ): Promise<void> {
    const document = this.#document(language, parts);
    if (this.#scripts.length > 0) allowScripts(response, this.#scripts);
    await send(request, response, head ? withHead(document.html, { ...head, language }) : document.sendable, status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept-Encoding, Accept-Language, Cookie',
    });
  }

  #document(language: Language, parts: PageParts | undefined): { html: string; sendable: Sendable } {
    const name = `${language} ${parts?.module}`;
    let document = this.#documents.get(name);
    if (document === undefined) {
      const elements = this.partsAtOnce(parts, language).map((element) => `  ${element}\n  `);
      const html = inLanguage(this.html, language).replace('</head>', `${elements.join('')}</head>`);
      document = { html, sendable: new Sendable(Buffer.from(html), 9) };
      this.#documents.set(name, document);
    }
    return document;
  }
}

function inLanguage(html: string, language: Language): string {
  return html.replace(/<html\b[^>]*>/i, `<html lang="${language}" dir="${directionOf(language)}">`);
}

/**
 * Puts what the page says of itself in the place of the document's own title and description. Functions, since names may hold what `replace` would
 * read as signs.
 */
function withHead(html: string, head: PageHead): Sendable {
  const page = html
    .replace(/<meta\s+name="description"[^>]*>\s*/i, '')
    .replace(/<title>[^<]*<\/title>/i, () => headMarkup(head))
    .replace('<div id="root">', (root) => root + arrivingMarkup(head));
  return new Sendable(Buffer.from(page), 5);
}
