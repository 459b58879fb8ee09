import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock.js';
import { Cookies } from '../Cookies.js';
import type { Environment } from '../env.js';
import { readersLanguage } from '../language.js';
import type { Logger } from '../log.js';
import { newRequestId } from '../request-id.js';
import type { AnswerNotes, RequestContext } from '../RequestContext.js';

/** What is the same for every request. */
export interface ServedBy {
  environment: Environment;
  log: Logger;
  clock: Clock;
  publicUrl: string;
}

/** Reads who, from where, in which language and with which cookies. */
export function readRequest(request: IncomingMessage, { environment, log, clock, publicUrl }: ServedBy): RequestContext {
  const { headers, url = '/' } = request;
  const requestId = newRequestId();
  const cookies = new Cookies(headers.cookie, publicUrl.startsWith('https:'));
  const notes: AnswerNotes = { hasAskedTheTime: false };
  let ownLog: Logger | undefined;
  return {
    requestId,
    get log() {
      return (ownLog ??= log.child({ requestId }));
    },
    language: readersLanguage({
      fromAddress: languageInAddress(url),
      fromCookie: cookies.get('language'),
      acceptLanguage: headers['accept-language'],
    }),
    now() {
      notes.hasAskedTheTime = true;
      return clock();
    },
    address: addressOf(request, environment.trustProxy),
    userAgent: (headers['user-agent'] ?? '').slice(0, 300),
    cookies,
    environment,
    publicUrl,
    notes,
  };
}

function languageInAddress(url: string): string | null {
  const question = url.indexOf('?');
  return question < 0 || !url.includes('lang=', question) ? null : new URLSearchParams(url.slice(question + 1)).get('lang');
}

/** The reader's address: what the outermost proxy that we trust has seen, else the other end of the line. */
function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const line = request.socket.remoteAddress ?? '';
  const forwarded = trustedProxies > 0 ? request.headers['x-forwarded-for'] : undefined;
  if (forwarded === undefined) return line;
  const seen = String(forwarded)
    .split(',')
    .map((part) => part.trim());
  return seen.at(-trustedProxies) ?? seen[0] ?? line;
}
