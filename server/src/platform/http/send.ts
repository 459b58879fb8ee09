import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Sendable } from './Sendable.js';

/** Sends bytes in the reader's best encoding, or 304 when the reader has them already. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  sendable: Sendable,
  status: number,
  headers: OutgoingHttpHeaders,
): void | Promise<void> {
  const { method, headers: asked } = request;
  if (status === 200 && method !== 'POST') {
    headers['ETag'] = sendable.etag;
    if (asked['if-none-match']?.split(',').some((tag) => sameTag(tag, sendable.etag))) {
      response.writeHead(304, headers).end();
      return undefined;
    }
  }
  const encoding = sendable.encodingFor(asked['accept-encoding']);
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  const ready = sendable.ready(encoding);
  if (ready === undefined) return sendable.bytes(encoding).then((bytes) => finish(request, response, status, headers, bytes));
  finish(request, response, status, headers, ready);
  return undefined;
}

function finish({ method }: IncomingMessage, response: ServerResponse, status: number, headers: OutgoingHttpHeaders, bytes: Buffer): void {
  headers['Content-Length'] = bytes.length;
  response.writeHead(status, headers);
  response.end(method === 'HEAD' ? undefined : bytes);
}

function sameTag(one: string, other: string): boolean {
  const plain = (tag: string): string => tag.trim().replace(/^W\//, '');
  return one.trim() === '*' || plain(one) === plain(other);
}
