import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../context.js';
import { createContext } from '../../context.js';
import type { GraphQL } from '../../graphql.js';
import { createGraphQL } from '../../graphql.js';
import type { Viewer } from '../../people/index.js';
import type { Execution } from '../env.js';
import { createLog } from '../log.js';
import type { TestRequest } from './request.js';
import { testRequest } from './request.js';

export interface Asking extends TestRequest {
  /** On whose behalf; without it, whoever the cookie says, else nobody. */
  viewer?: Viewer | null;
  variables?: Record<string, unknown>;
}

export interface Answer<Data> {
  data: Data | null | undefined;
  errors: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
  /** The `Set-Cookie` headers that the answer would carry. */
  setCookies: string[];
}

const servers = new Map<Execution, GraphQL>();

function serverFor(execution: Execution): GraphQL {
  let server = servers.get(execution);
  if (server === undefined) {
    server = createGraphQL({ execution, rateLimit: 0 }, createLog(process.env['LOG_LEVEL'] ?? 'silent'));
    servers.set(execution, server);
  }
  return server;
}

/**
 * Asks the portal's real Apollo Server, without HTTP. A query runs twice, by graphql-js and compiled by graphql-jit,
 * and both must say the same; a mutation runs once.
 */
export async function execute<Data = Record<string, unknown>>(operation: string, asking: Asking = {}): Promise<Answer<Data>> {
  const answer = await executeBy<Data>('interpreted', operation, asking);
  if (/\b(mutation|subscription)\b/.test(operation)) return answer;
  const compiled = await executeBy<Data>('compiled', operation, asking);
  if (!isDeepStrictEqual(sameForm(compiled), sameForm(answer))) {
    throw new Error(
      `Compiled, the operation is answered otherwise.\ninterpreted: ${JSON.stringify(answer)}\ncompiled:    ${JSON.stringify(compiled)}`,
    );
  }
  return answer;
}

async function executeBy<Data>(execution: Execution, operation: string, { viewer, variables, ...request }: Asking): Promise<Answer<Data>> {
  const requested = testRequest(request);
  const context: Context = { ...(await createContext(requested, { fresh: true })), ...(viewer === undefined ? {} : { viewer }) };
  const { body } = await serverFor(execution).apollo.executeOperation<Record<string, unknown>>(
    { query: operation, variables },
    { contextValue: context },
  );
  if (body.kind !== 'single') throw new Error('The answer came in parts.');
  const { data, errors = [] } = body.singleResult;
  return { data: data as Data | null | undefined, errors, setCookies: requested.cookies.headers };
}

/** As JSON would carry it; two errors side by side may come in either order. */
function sameForm({ data, errors }: Answer<unknown>): unknown {
  const inOrder = errors.map((error) => JSON.stringify({ ...error, locations: undefined })).sort();
  return JSON.parse(JSON.stringify({ data, errors: inOrder }));
}
