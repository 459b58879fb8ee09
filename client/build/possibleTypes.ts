import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, concatAST, extendSchema, type GraphQLSchema, isAbstractType, Kind, parse } from 'graphql';
import type { Plugin } from 'vite';

const virtualName = 'virtual:possible-types';

/** Offers `virtual:possible-types`: which types stand behind each union and interface of the schema, for the cache. */
export function possibleTypesModule(schemaFolder: string): Plugin {
  return {
    name: 'possible-types',
    resolveId: (id) => (id === virtualName ? `\0${virtualName}` : undefined),
    load: (id) =>
      id === `\0${virtualName}` ? `export const possibleTypes = ${JSON.stringify(possibleTypesOf(readSchema(schemaFolder)))};` : undefined,
  };
}

/** The schema written in the `.graphql` files below a folder. */
export function readSchema(folder: string): GraphQLSchema {
  const documents = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => parse(readFileSync(join(folder, file), 'utf8')));
  const { definitions } = concatAST(documents);
  const isExtension = (kind: string) => kind.endsWith('Extension');
  const base = buildASTSchema(
    { kind: Kind.DOCUMENT, definitions: definitions.filter(({ kind }) => !isExtension(kind)) },
    { assumeValidSDL: true },
  );
  return extendSchema(base, { kind: Kind.DOCUMENT, definitions: definitions.filter(({ kind }) => isExtension(kind)) });
}

export function possibleTypesOf(schema: GraphQLSchema): Record<string, string[]> {
  return Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isAbstractType)
      .filter((type) => !type.name.startsWith('__'))
      .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
}
