import type { ApolloServer, HTTPGraphQLRequest } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { isFromAnotherSite } from '../http/cross-site.js';
import { BodyBrokenOff, BodyTooLong, longestBody, readBody } from '../http/read-body.js';
import type { ServedBy } from '../http/request-context.js';
import { readRequest } from '../http/request-context.js';
import { send } from '../http/send.js';
import type { RequestContext } from '../RequestContext.js';
import type { KeptAnswers } from './KeptAnswers.js';
import { quickSendable } from './KeptAnswers.js';
import { maskError } from './mask.js';

export interface GraphQLOverHTTP<Context extends RequestContext & { viewer: unknown }> {
  apollo: ApolloServer<Context>;
  answers: KeptAnswers;
  servedBy: ServedBy;
  /** The name of the cookie without which a reader is nobody in particular. */
  sessionCookie: string;
  createContext(request: RequestContext, options: { fresh: boolean }): Promise<Context>;
}

/** What takes longer is logged as slow, in milliseconds. */
const slow = 1000;

const json = 'application/json; charset=utf-8';

/** Answers `/graphql` on the bare http server: from the answers that are kept where it may, else through Apollo Server. */
export function graphqlHandler<Context extends RequestContext & { viewer: unknown }>(
  parts: GraphQLOverHTTP<Context>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { apollo, answers, servedBy, sessionCookie } = parts;
  const audienceKeys = new WeakMap<object, string>();

  /** Two viewers with equal seats and offices are still two: the key holds the account. */
  function audienceOf(viewer: unknown): string {
    if (typeof viewer !== 'object' || viewer === null) return 'anybody';
    let key = audienceKeys.get(viewer);
    if (key === undefined) audienceKeys.set(viewer, (key = JSON.stringify(viewer)));
    return key;
  }

  async function contextFor(request: RequestContext, body: unknown): Promise<Context> {
    const context = await parts.createContext(request, { fresh: mayChangeSomething(body) });
    // Who asks is found out anew each time; only what the answer itself asks of the clock counts.
    request.notes.hasAskedTheTime = false;
    return context;
  }

  return async (request, response) => {
    const begun = performance.now();
    const requestContext = readRequest(request, servedBy);
    const headers: OutgoingHttpHeaders = {
      'Content-Type': json,
      'X-Content-Type-Options': 'nosniff',
      'X-Request-Id': requestContext.requestId,
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept, Accept-Encoding, Accept-Language, Cookie',
    };

    const answerWith = (status: number, body: string): void | Promise<void> =>
      send(request, response, quickSendable(body), status, headers);
    const refuse = (status: number, error: GraphQLError): void | Promise<void> => answerWith(status, JSON.stringify({ errors: [error] }));

    try {
      if (isFromAnotherSite(request, servedBy.publicUrl)) {
        letGo(request);
        return await refuse(
          403,
          new GraphQLError('Pages of other sites may not ask in the name of a reader.', { extensions: { code: 'FORBIDDEN' } }),
        );
      }
      const text = request.method === 'POST' ? await readBody(request) : '';
      const question = mayBeKept(request)
        ? `${requestContext.language} ${request.headers.accept ?? ''} ${request.url ?? ''} ${text}`
        : undefined;
      const isSignedIn = requestContext.cookies.get(sessionCookie) !== undefined;

      let body: unknown;
      let context: Context | undefined;
      let audience = 'anybody';
      if (isSignedIn) {
        body = bodyOf(request, text);
        context = await contextFor(requestContext, body);
        audience = audienceOf(context.viewer);
      }
      const key = question && `${audience} ${question}`;
      const kept = key && answers.find(key);
      if (kept) {
        headers['Content-Type'] = kept.contentType;
        setCookies(headers, requestContext);
        return await send(request, response, kept.sendable, 200, headers);
      }

      body ??= bodyOf(request, text);
      if (body === malformed) return await refuse(400, badRequest('The body is not JSON.'));
      const answering = context ?? (await contextFor(requestContext, body));
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: apolloRequest(request, body),
        context: () => Promise.resolve(answering),
      });
      if (answer.body.kind !== 'complete') throw new Error('answers in parts are not offered');
      const status = answer.status ?? 200;
      for (const [name, value] of answer.headers) headers[canonicalName(name)] = value;
      headers['Cache-Control'] = 'private, no-cache';
      const sendable = quickSendable(answer.body.string);
      const { provenance, hasAskedTheTime } = requestContext.notes;
      if (key && status === 200 && provenance && !hasAskedTheTime && requestContext.cookies.headers.length === 0) {
        answers.keep(key, { sendable, contentType: String(headers['Content-Type']), provenance });
      }
      setCookies(headers, requestContext);
      await send(request, response, sendable, status, headers);
      logAnswer(requestContext, body, status, performance.now() - begun);
    } catch (error) {
      if (error instanceof BodyBrokenOff) return;
      if (error instanceof BodyTooLong) {
        letGo(request);
        return await refuse(413, badRequest(`The body is longer than ${longestBody} bytes.`));
      }
      const masked = maskError(
        new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) }),
        requestContext,
      );
      if (response.headersSent) response.destroy();
      else await refuse(masked.extensions['code'] === 'SERVICE_UNAVAILABLE' ? 503 : 500, masked);
    }
  };
}

const malformed = Symbol('malformed');

function bodyOf(request: IncomingMessage, text: string): unknown {
  if (!isJson(request)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return malformed;
  }
}

function isJson({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && /^application\/json\b/i.test(headers['content-type'] ?? '');
}

/** Only what Apollo's guard against cross-site requests lets through may be answered without asking it. */
function mayBeKept(request: IncomingMessage): boolean {
  if (isJson(request)) return true;
  return request.method === 'GET' && ('apollo-require-preflight' in request.headers || 'x-apollo-operation-name' in request.headers);
}

/** Mutations act for a viewer who is read from the database; a hash alone does not say what it stands for. */
function mayChangeSomething(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return !('query' in body && typeof body.query === 'string') || body.query.includes('mutation');
}

function apolloRequest(request: IncomingMessage, body: unknown): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const { method = 'GET', url = '' } = request;
  const question = url.indexOf('?');
  return { method, headers, search: question < 0 ? '' : url.slice(question), body };
}

function canonicalName(name: string): string {
  return name.toLowerCase() === 'content-type' ? 'Content-Type' : name;
}

function setCookies(headers: OutgoingHttpHeaders, { cookies }: RequestContext): void {
  if (cookies.headers.length > 0) headers['Set-Cookie'] = cookies.headers;
}

/** Hanging up at once would lose the answer on its way: what is still sent is thrown away, for five seconds at most. */
function letGo(request: IncomingMessage): void {
  const timer = setTimeout(() => request.socket.destroy(), 5000);
  request.on('end', () => clearTimeout(timer));
  request.on('close', () => clearTimeout(timer));
  request.resume();
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

function logAnswer({ log }: RequestContext, body: unknown, status: number, milliseconds: number): void {
  const { query, operationName } = (body ?? {}) as { query?: unknown; operationName?: unknown };
  const line = { operationName, status, milliseconds: Math.round(milliseconds) };
  if (milliseconds > slow) log.warn(line, 'answered slowly');
  else if (typeof query === 'string' && query.includes('mutation')) log.info(line, 'answered');
  else log.debug(line, 'answered');
}
