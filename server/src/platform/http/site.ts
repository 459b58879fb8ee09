import type { Express, Request, Response } from 'express';
import express from 'express';
import { GraphQLError } from 'graphql';
import helmet from 'helmet';
import { maskError } from '../graphql/mask.js';
import type { Portal, ServedFile } from '../Portal.js';
import type { PagesOfSite } from './answerPage.js';
import { answerPage } from './answerPage.js';
import type { Pages } from './Pages.js';
import type { ServedBy } from './request-context.js';
import { readRequest } from './request-context.js';
import { Sendable } from './Sendable.js';
import { isPartOfPage, openToOtherSites, securityHeaders, securityHeadersOfParts } from './security.js';
import { send } from './send.js';
import type { StaticFiles } from './StaticFiles.js';

export interface Site {
  servedBy: ServedBy;
  files: StaticFiles;
  pages: PagesOfSite;
  /** The page of the API explorer; null while it has not been built. */
  explorer: Pages | null;
  isReady(): Promise<boolean>;
  servedFiles: ReadonlyMap<string, Parameters<Portal['serveFile']>[1]>;
  /** Scripts among `files` that pages of other sites may load. */
  scriptsForOtherSites: ReadonlySet<string>;
}

/** Paths that are the program's and never a page's. */
const programsPaths = /^\/(api|graphql|health|assets)(\/|$)/;

const statuses: Readonly<Record<string, number>> = { BAD_USER_INPUT: 400, TOO_MANY_REQUESTS: 429, SERVICE_UNAVAILABLE: 503 };

/** Everything but GraphQL: health, the client with its files, and the files that rooms serve. */
export function createSite(site: Site): Express {
  const app = express();
  app.disable('x-powered-by');
  const guardPage = helmet(securityHeaders(site.servedBy.publicUrl));
  const guardPart = helmet(securityHeadersOfParts(site.servedBy.publicUrl));
  app.use((request, response, next) => (isPartOfPage(request.path) ? guardPart : guardPage)(request, response, next));

  app.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  app.get('/health/ready', async (_request, response) => {
    const isReady = await site.isReady();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'the database does not answer' });
  });
  // Not as a route: Express would answer an address that it cannot decode with a page of its own.
  app.use(async (request: Request, response: Response) => {
    if (request.method === 'GET' || request.method === 'HEAD') return answer(site, request, response);
    response.status(405).set('Allow', 'GET, HEAD').json({ error: 'This address can only be read.' });
  });
  return app;
}

async function answer(site: Site, request: Request, response: Response): Promise<void> {
  const context = readRequest(request, site.servedBy);
  response.set('X-Request-Id', context.requestId);
  const { path } = request;
  try {
    const make = site.servedFiles.get(path);
    if (make) return await sendFile(await make(context, new URL(request.url, site.servedBy.publicUrl).searchParams), request, response);
    if (path === '/graphql' && site.explorer) return await site.explorer.send(context.language, request, response);
    if (site.scriptsForOtherSites.has(path)) openToOtherSites(response);
    if (path !== '/' && !path.endsWith('.html') && (await site.files.serve(path, request, response))) return;
    if (programsPaths.test(path)) {
      response.status(404).json({ error: 'There is nothing at this address.' });
    } else {
      await answerPage(site.pages, context, request, response);
    }
  } catch (error) {
    const masked = maskError(error instanceof GraphQLError ? error : new GraphQLError('', { originalError: asError(error) }), context);
    response
      .status(statuses[String(masked.extensions['code'])] ?? 500)
      .type('text/plain')
      .send(`${masked.message}\n`);
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

async function sendFile({ contentType, fileName, body }: ServedFile, request: Request, response: Response): Promise<void> {
  if (fileName !== null) response.attachment(fileName);
  const headers = { 'Content-Type': contentType, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding, Accept-Language, Cookie' };
  await send(request, response, new Sendable(Buffer.from(body), 5), 200, headers);
}
