import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../language.js';
import { directionOf, languages } from '../language.js';
import { Sendable } from './Sendable.js';
import { send } from './send.js';

/** A page of the client in each language: `<html lang dir>` is right before any script has run. */
export class Pages {
  readonly #inLanguage: ReadonlyMap<Language, Sendable>;

  constructor(html: string) {
    this.#inLanguage = new Map(languages.map((language) => [language, new Sendable(Buffer.from(inLanguage(html, language)), 9)]));
  }

  async send(language: Language, request: IncomingMessage, response: ServerResponse, status = 200): Promise<void> {
    await send(request, response, this.#inLanguage.get(language) as Sendable, status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept-Encoding, Accept-Language, Cookie',
    });
  }
}

function inLanguage(html: string, language: Language): string {
  return html.replace(/<html\b[^>]*>/i, `<html lang="${language}" dir="${directionOf(language)}">`);
}
