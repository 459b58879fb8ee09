import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, concatAST, parse, Source } from 'graphql';
import { addResolversToSchema } from '@graphql-tools/schema';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resolvers } from './generated/graphql.js';
import { closeUnlessPublic } from './platform/graphql/guard.js';
import { attachScalars } from './platform/graphql/scalars.js';
import { projectRoot } from './platform/project-root.js';

/** The folder of the contract. */
export const schemaDirectory = join(projectRoot, 'schema');

/** Reads the contract, one `.graphql` file a room or a folder of them, as it is written. */
export function readSchema(directory = schemaDirectory): GraphQLSchema {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const documents = files.sort().map((file) => parse(new Source(readFileSync(join(directory, file), 'utf8'), file)));
  return buildASTSchema(concatAST(documents));
}

/** The schema that the portal serves: the contract with the rooms' resolvers, closed to strangers but for what is `@public`. */
export function buildSchema(rooms: readonly Resolvers[]): GraphQLSchema {
  const schema = rooms.reduce<GraphQLSchema>(
    (built, resolvers) =>
      addResolversToSchema({ schema: built, resolvers, resolverValidationOptions: { requireResolversToMatchSchema: 'error' } }),
    attachScalars(readSchema()),
  );
  return closeUnlessPublic(schema);
}
