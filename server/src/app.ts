import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createContext } from './context.js';
import { startDirectory } from './directory/index.js';
import { createGraphQL } from './graphql.js';
import { sessionCookie, startPeople } from './people/index.js';
import type { StopWatching } from './platform/changes.js';
import { watchCollection } from './platform/changes.js';
import type { Clock } from './platform/clock.js';
import { systemClock } from './platform/clock.js';
import { openDatabase } from './platform/database.js';
import type { Environment } from './platform/env.js';
import { graphqlHandler } from './platform/graphql/http-handler.js';
import { KeptAnswers } from './platform/graphql/KeptAnswers.js';
import { namedCollections } from './platform/graphql/made-of.js';
import { serveSubscriptions } from './platform/graphql/subscriptions.js';
import { BuiltPage } from './platform/http/BuiltPage.js';
import { readPageList } from './platform/http/PageList.js';
import { Pages } from './platform/http/Pages.js';
import type { ServedBy } from './platform/http/request-context.js';
import { createSite } from './platform/http/site.js';
import { StaticFiles } from './platform/http/StaticFiles.js';
import { drain, listen } from './platform/listen.js';
import type { Logger } from './platform/log.js';
import { createLog } from './platform/log.js';
import { databaseAnswers, prepareCollections } from './platform/mongo.js';
import type { DescribePage, Portal } from './platform/Portal.js';
import { projectRoot } from './platform/project-root.js';

export interface StartOptions {
  environment: Environment;
  clock?: Clock;
  log?: Logger;
  /** Does a step of the start; main.ts prints it with its time. */
  step?: Portal['step'];
}

export interface RunningPortal {
  /** Where it is reached, without a slash at its end. */
  url: string;
  /** Answers what is under way, lets go of everything and resolves. */
  stop(): Promise<void>;
}

/** How long requests that are under way may take once the portal stops, in milliseconds. */
const drainPatience = 5000;

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Starts the whole portal; throws `CannotStart` with a clear sentence and leaves nothing running. */
export async function startPortal({
  environment,
  clock = systemClock,
  log = createLog(environment.logLevel),
  step = quietly,
}: StartOptions): Promise<RunningPortal> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    return { url: await start({ environment, clock, log, step }, stops), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start({ environment, clock, log, step }: Required<StartOptions>, stops: (() => Promise<void>)[]): Promise<string> {
  let handle: Handler = notYet;
  const server = createServer((request, response) => void handle(request, response));
  server.requestTimeout = 60_000;

  // The port first: a second start fails before it touches any data.
  const port = await listen(server, environment.port, environment.host);
  const publicUrl = environment.publicUrl ?? `http://localhost:${port}`;
  const servedBy: ServedBy = { environment, log, clock, publicUrl };
  stops.push(() => drain(server, drainPatience));

  const database = await step('Open the database', () => openDatabase(environment));
  stops.push(() => database.close());
  await step('Prepare collections and indexes', prepareCollections);

  const { schema, apollo, executor, versions, spend } = createGraphQL(environment, log);
  const servedFiles = new Map<string, Parameters<Portal['serveFile']>[1]>();
  const descriptions = new Map<string, DescribePage>();
  const watched = new Set<string>();
  const watches: StopWatching[] = [];
  stops.push(async () => {
    await Promise.all(watches.map((stopWatching) => stopWatching()));
  });
  const portal: Portal = {
    environment,
    log,
    now: clock,
    publicUrl,
    step,
    async watch(model, onChange) {
      const takeIn = async (change: Parameters<typeof onChange>[0]): Promise<void> => {
        try {
          await onChange(change);
        } finally {
          versions.changed(model.collection.name);
        }
      };
      watches.push(await watchCollection(model, takeIn, log));
      watched.add(model.collection.name);
    },
    serveFile: (path, make) => void servedFiles.set(path, make),
    describePage: (pattern, describe) => void descriptions.set(pattern, describe),
    onStop: (each) => void stops.push(each),
  };
  await startPeople(portal);
  await startDirectory(portal);
  const unwatched = [...namedCollections(schema)].filter((collection) => !watched.has(collection));
  if (unwatched.length > 0) throw new Error(`@madeOf names collections that no room watches: ${unwatched.join(', ')}`);

  await apollo.start();
  stops.push(() => apollo.stop());

  const answers = new KeptAnswers(environment.keepAnswersMegabytes, versions);
  const answerGraphQL = graphqlHandler({ apollo, answers, servedBy, sessionCookie, createContext });
  const files = new StaticFiles(join(projectRoot, 'client', 'dist'));
  const site = createSite({
    servedBy,
    files,
    pages: {
      list: readPageList(),
      descriptions,
      client: pagesOf(files, '/index.html', '/.vite/manifest.json'),
      framed: pagesOf(files, '/embed.html', '/.vite/frame-manifest.json'),
    },
    explorer: pagesOf(files, '/explorer.html'),
    isReady: databaseAnswers,
    servedFiles,
    scriptsForOtherSites: new Set(['/embed.js']),
  });

  // GraphQL goes past Express, which would take half of its speed.
  handle = (request, response) => (isGraphQL(request) ? answerGraphQL(request, response) : site(request, response));
  stops.push(() => {
    handle = notYet;
    return drain(server, drainPatience);
  });
  // Before the server is drained, since it would wait for open sockets without end.
  stops.push(serveSubscriptions({ server, schema, executor, servedBy, createContext, spend }));
  return publicUrl;
}

/** Without a manifest the document speaks for itself. */
function pagesOf(files: StaticFiles, path: string, manifestPath?: string): Pages | null {
  const html = files.text(path);
  if (html === undefined) return null;
  if (manifestPath === undefined) return new Pages(html);
  const built = new BuiltPage(html, files, manifestPath);
  return new Pages(html, (parts, language) => built.partsAtOnce(parts, language));
}

/** Browsers that open `/graphql` are shown the explorer; every other request there is an operation. */
function isGraphQL({ method, url = '/', headers }: IncomingMessage): boolean {
  if (!url.startsWith('/graphql') || (url.length > 8 && url[8] !== '?')) return false;
  return method === 'POST' || !(headers.accept ?? '').includes('text/html');
}

/** Alive, but not ready. */
function notYet({ url }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(url === '/health/live' ? 200 : 503, {
    'Content-Type': 'application/json; charset=utf-8',
    'Retry-After': '1',
    Connection: 'close',
  });
  response.end(JSON.stringify({ status: 'starting or stopping' }));
}

function quietly<T>(_title: string, act: () => Promise<T>): Promise<T> {
  return act();
}
