import type { IncomingMessage } from 'node:http';

/** The most that a request may bring, in bytes. */
export const longestBody = 1_000_000;

/** The body is longer than anybody needs. */
export class BodyTooLong extends Error {
  override readonly name = 'BodyTooLong';
}

/** The reader went away before the body was complete. */
export class BodyBrokenOff extends Error {
  override readonly name = 'BodyBrokenOff';
}

/** Reads a body of at most one megabyte as UTF-8; throws `BodyTooLong` without reading further, or `BodyBrokenOff`. */
export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length']) > longestBody) {
      reject(new BodyTooLong());
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= longestBody) chunks.push(chunk);
      else reject(new BodyTooLong());
    });
    request.on('end', () => resolve((chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString()));
    request.on('error', () => reject(new BodyBrokenOff()));
    request.on('aborted', () => reject(new BodyBrokenOff()));
  });
}
