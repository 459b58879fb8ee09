import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { getOperationAST, GraphQLError, OperationTypeNode, parse, specifiedRules, subscribe, validate } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { isFromAnotherSite } from '../http/cross-site.js';
import { longestBody } from '../http/read-body.js';
import type { ServedBy } from '../http/request-context.js';
import { readRequest } from '../http/request-context.js';
import type { RequestContext } from '../RequestContext.js';
import { costOf, refuseTooCostly } from './cost.js';
import type { Executor } from './Executor.js';
import { limits, limitsRule } from './limits.js';
import { maskError } from './mask.js';

export interface Subscriptions<Context extends RequestContext> {
  server: Server;
  schema: GraphQLSchema;
  executor: Executor<Context>;
  servedBy: ServedBy;
  createContext(request: RequestContext, options: { fresh: boolean }): Promise<Context>;
  spend(cost: number, context: Context): Promise<void>;
}

interface Asked<Context> extends ExecutionArgs {
  contextValue: Context;
  hash: string;
}

/** Serves `graphql-transport-ws` on `/graphql` of the same server, within the same limits; answers with what ends it. */
export function serveSubscriptions<Context extends RequestContext>(parts: Subscriptions<Context>): () => Promise<void> {
  const { server, schema, executor, servedBy } = parts;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestBody });

  async function onSubscribe(request: IncomingMessage, payload: SubscribePayload): Promise<Asked<Context> | readonly GraphQLError[]> {
    try {
      const document = parse(payload.query, { maxTokens: limits.tokens });
      const faults = validate(schema, document, [...specifiedRules, limitsRule]);
      const operation = getOperationAST(document, payload.operationName);
      if (faults.length > 0) return faults;
      if (!operation) return [new GraphQLError('The operation to run is not named.')];
      const variableValues = payload.variables ?? {};
      const context = readRequest(request, servedBy);
      const contextValue = await parts.createContext(context, { fresh: operation.operation !== OperationTypeNode.QUERY });
      const cost = costOf(schema, document, operation, variableValues);
      refuseTooCostly(cost);
      await parts.spend(cost, contextValue);
      return {
        schema,
        document,
        operationName: payload.operationName,
        variableValues,
        contextValue,
        hash: createHash('sha256').update(payload.query).digest('hex'),
      };
    } catch (error) {
      return [asGraphQLError(error, request)];
    }
  }

  function asGraphQLError(error: unknown, request: IncomingMessage): GraphQLError {
    const known =
      error instanceof GraphQLError
        ? error
        : new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) });
    return known.name === 'GraphQLError' && known.originalError === undefined ? known : maskError(known, readRequest(request, servedBy));
  }

  const graphqlServer = useServer<Record<string, unknown>, { request: IncomingMessage }>(
    {
      onSubscribe: (socket, _id, payload) => onSubscribe(socket.extra.request, payload),
      execute(args) {
        const { document, contextValue, hash, operationName, variableValues } = args as unknown as Asked<Context>;
        const operation = getOperationAST(document, operationName);
        if (!operation) throw new Error('validated operations exist');
        return executor.execute({ document, operation, hash, variables: variableValues ?? undefined, context: contextValue });
      },
      subscribe: (args) => subscribe(args),
      onNext: (_socket, _id, _payload, args, result) => {
        const { contextValue } = args as unknown as Asked<Context>;
        return result.errors ? { ...result, errors: result.errors.map((error) => maskError(error, contextValue)) } : undefined;
      },
    },
    sockets,
  );

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/graphql' || isFromAnotherSite(request, servedBy.publicUrl)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  };
  server.on('upgrade', onUpgrade);

  return async () => {
    server.off('upgrade', onUpgrade);
    await graphqlServer.dispose();
  };
}
