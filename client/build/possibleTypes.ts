import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  concatAST,
  type DefinitionNode,
  extendSchema,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  parse,
  visit,
} from 'graphql';
import type { Plugin } from 'vite';
import { definitionsBelow } from './documents.js';

const virtualName = 'virtual:possible-types';

/**
 * Offers `virtual:possible-types`: which types stand behind each union and interface that a document of the client names in a condition
 * (`... on Refusal`), for the cache. Others the cache need not know.
 */
export function possibleTypesModule(schemaFolder: string, sourceFolder: string): Plugin {
  return {
    name: 'possible-types',
    resolveId: (id) => (id === virtualName ? `\0${virtualName}` : undefined),
    load(id) {
      if (id !== `\0${virtualName}`) return undefined;
      const possibleTypes = possibleTypesOf(readSchema(schemaFolder), definitionsBelow(sourceFolder));
      return `export const possibleTypes = ${JSON.stringify(possibleTypes)};`;
    },
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

export function possibleTypesOf(schema: GraphQLSchema, definitions: readonly DefinitionNode[]): Record<string, string[]> {
  const named = new Set<string>();
  const note = ({ typeCondition }: { readonly typeCondition?: { readonly name: { readonly value: string } } | undefined }): void => {
    if (typeCondition) named.add(typeCondition.name.value);
  };
  for (const definition of definitions) visit(definition, { FragmentDefinition: note, InlineFragment: note });
  return Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isAbstractType)
      .filter(({ name }) => named.has(name))
      .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
}
