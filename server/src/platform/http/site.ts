import type { Express, Request, Response } from 'express';
import express from 'express';
import { GraphQLError } from 'graphql';
import helmet from 'helmet';
import { maskError } from '../graphql/mask.js';
import type { Portal, ServedFile } from '../Portal.js';
import type { Pages } from './Pages.js';
import type { ServedBy } from './request-context.js';
import { readRequest } from './request-context.js';
import { securityHeaders } from './security.js';
import type { StaticFiles } from './StaticFiles.js';

export interface Site {
  servedBy: ServedBy;
  files: StaticFiles;
  /** The client's page; null while it has not been built. */
  pages: Pages | null;
  /** The page of the API explorer; null while it has not been built. */
  explorer: Pages | null;
  isReady(): Promise<boolean>;
  servedFiles: ReadonlyMap<string, Parameters<Portal['serveFile']>[1]>;
}

/** Paths that are the program's and never a page's. */
const programsPaths = /^\/(api|graphql|health|assets)(\/|$)/;

/** Everything but GraphQL: health, the client with its files, and the files that rooms serve. */
export function createSite(site: Site): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet(securityHeaders(site.servedBy.publicUrl)));

  app.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  app.get('/health/ready', async (_request, response) => {
    const isReady = await site.isReady();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'the database does not answer' });
  });
  app.get('/{*path}', (request, response) => answer(site, request, response));
  app.use((_request: Request, response: Response) => {
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
    if (make) return sendFile(await make(context, new URL(request.url, site.servedBy.publicUrl).searchParams), response);
    if (path === '/graphql' && site.explorer) return await site.explorer.send(context.language, request, response);
    if (path !== '/' && !path.endsWith('.html') && (await site.files.serve(path, request, response))) return;
    if (programsPaths.test(path)) {
      response.status(404).json({ error: 'There is nothing at this address.' });
    } else if (site.pages) {
      await site.pages.send(context.language, request, response);
    } else {
      response.status(404).type('text/plain').send('The pages have not been built; `npm start` builds them.\n');
    }
  } catch (error) {
    const masked = maskError(new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) }), context);
    response
      .status(masked.extensions['code'] === 'SERVICE_UNAVAILABLE' ? 503 : 500)
      .type('text/plain')
      .send(`${masked.message}\n`);
  }
}

function sendFile({ contentType, fileName, body }: ServedFile, response: Response): void {
  response.set({ 'Content-Type': contentType, 'Cache-Control': 'private, no-cache' });
  response.attachment(fileName).type(contentType).send(body);
}
