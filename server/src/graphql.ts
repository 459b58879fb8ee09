import type { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Context } from './context.js';
import { resolvers as directoryResolvers } from './directory/index.js';
import { resolvers as peopleResolvers } from './people/index.js';
import { DataVersions } from './platform/DataVersions.js';
import type { Environment } from './platform/env.js';
import { tooManyRequests } from './platform/errors.js';
import { createApolloServer } from './platform/graphql/apollo.js';
import { Executor } from './platform/graphql/Executor.js';
import type { Logger } from './platform/log.js';
import { rateLimit, rateLimitKey } from './platform/rate-limit.js';
import { buildSchema } from './schema.js';

/** Everything that answers operations, however they come in. */
export interface GraphQL {
  schema: GraphQLSchema;
  apollo: ApolloServer<Context>;
  executor: Executor<Context>;
  /** Counts the changes of the data, for answers that are kept. */
  versions: DataVersions;
  /** Takes the cost of an operation from what the reader may spend; throws TOO_MANY_REQUESTS. */
  spend(cost: number, context: Context): Promise<void>;
}

/** Puts the rooms' resolvers behind the contract and one Apollo Server before them. */
export function createGraphQL(environment: Pick<Environment, 'execution' | 'rateLimit'>, log: Logger): GraphQL {
  const schema = buildSchema([peopleResolvers, directoryResolvers]);
  const versions = new DataVersions();
  const executor = new Executor<Context>(schema, environment.execution, versions);
  const spend = spendUpTo(environment.rateLimit);
  return { schema, executor, versions, spend, apollo: createApolloServer({ schema, executor, log, spend }) };
}

function spendUpTo(pointsAMinute: number): GraphQL['spend'] {
  if (pointsAMinute === 0) return () => Promise.resolve();
  const limit = rateLimit({ name: 'cost', points: pointsAMinute, seconds: 60 });
  return async (cost, { address }) => {
    const { allowed, retryAfterSeconds } = await limit.spend(rateLimitKey(address), cost);
    if (!allowed) throw tooManyRequests(retryAfterSeconds);
  };
}
