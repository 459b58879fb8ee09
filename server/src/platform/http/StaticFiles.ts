import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { Sendable } from './Sendable.js';
import { send } from './send.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** Brotli's quality for files that stay the same until the next start. */
const thoroughQuality = 9;

/** The files of a folder as they are at the start, read on the first wish; a name that is not among them does not exist. */
export class StaticFiles {
  readonly #paths: ReadonlySet<string>;
  readonly #files = new Map<string, Sendable>();

  constructor(private readonly directory: string) {
    const names = existsSync(directory) ? readdirSync(directory, { recursive: true, encoding: 'utf8' }) : [];
    this.#paths = new Set(names.filter((name) => statSync(join(directory, name)).isFile()).map((name) => `/${name.split(sep).join('/')}`));
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** The path of the first file that begins so; undefined when none does. */
  beginning(start: string): string | undefined {
    for (const path of this.#paths) if (path.startsWith(start) && !/\.(br|gz)$/.test(path)) return path;
    return undefined;
  }

  /** The text of a file of the folder; undefined when there is none. */
  text(path: string): string | undefined {
    return this.has(path) ? readFileSync(join(this.directory, path), 'utf8') : undefined;
  }

  /** Sends the file of this path; false when there is none. */
  async serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (!this.has(path)) return false;
    const headers: OutgoingHttpHeaders = {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      // The names of assets change with their content.
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
      Vary: 'Accept-Encoding',
    };
    await send(request, response, this.#sendable(path), 200, headers);
    return true;
  }

  #sendable(path: string): Sendable {
    let sendable = this.#files.get(path);
    if (sendable === undefined) {
      const made = { br: this.#bytes(`${path}.br`), gzip: this.#bytes(`${path}.gz`) };
      sendable = new Sendable(this.#bytes(path) ?? Buffer.alloc(0), thoroughQuality, made);
      this.#files.set(path, sendable);
    }
    return sendable;
  }

  #bytes(path: string): Buffer | undefined {
    return this.has(path) ? readFileSync(join(this.directory, path)) : undefined;
  }
}
