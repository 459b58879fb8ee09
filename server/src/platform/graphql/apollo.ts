import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { GraphQLError, printSchema } from 'graphql';
import type { Logger } from '../log.js';
import { newRequestId } from '../request-id.js';
import type { RequestContext } from '../RequestContext.js';
import { costOf, refuseTooCostly } from './cost.js';
import type { Executor } from './Executor.js';
import { limits, limitsRule } from './limits.js';
import { isSpoken, maskError } from './mask.js';

export interface ApolloParts<Context extends RequestContext> {
  schema: GraphQLSchema;
  executor: Executor<Context>;
  log: Logger;
  /** Called with the cost of each operation before it runs; throws when the reader has spent enough. */
  spend?: (cost: number, context: Context) => Promise<void>;
}

/** The one Apollo Server of the portal: our executor, our limits, nothing that reports to anybody. */
export function createApolloServer<Context extends RequestContext>({
  schema,
  executor,
  log,
  spend,
}: ApolloParts<Context>): ApolloServer<Context> {
  const priceEachOperation: ApolloServerPlugin<Context> = {
    requestDidStart: async () => ({
      async didResolveOperation({
        document,
        operation,
        request,
        contextValue,
      }: GraphQLRequestContext<Context> & { document: NonNullable<GraphQLRequestContext<Context>['document']> }) {
        if (!operation) return;
        const cost = costOf(schema, document, operation, request.variables);
        refuseTooCostly(cost);
        await spend?.(cost, contextValue);
      },
    }),
  };
  return new ApolloServer<Context>({
    // The gateway's door is the only one through which Apollo takes an executor; there is no gateway behind it.
    gateway: {
      load: async () => ({
        executor: ({ document, operation, queryHash, request, context }) =>
          executor.execute({ document, operation, hash: queryHash, variables: request.variables, context: context as Context }),
      }),
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: schema, coreSupergraphSdl: printSchema(schema) });
        return () => undefined;
      },
      stop: async () => undefined,
    },
    plugins: [
      priceEachOperation,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
    validationRules: [limitsRule],
    parseOptions: { maxTokens: limits.tokens },
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    stopOnTerminationSignals: false,
    logger: log,
    formatError: lastMask(log),
  });
}

/** What reaches Apollo unmasked was thrown outside of execution, where no request is known. */
function lastMask(log: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    if (isSpoken(formatted)) return formatted;
    const cause =
      error instanceof GraphQLError ? error : new GraphQLError(formatted.message, { originalError: error instanceof Error ? error : null });
    return maskError(cause, { requestId: newRequestId(), language: 'en', log }).toJSON();
  };
}
