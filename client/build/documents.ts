import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefinitionNode, type DocumentNode, type FragmentDefinitionNode, Kind, parse, visit } from 'graphql';
import type { Plugin } from 'vite';

const call = /\bgraphql\(\s*(?:\/\* GraphQL \*\/\s*)?`([^`]+)`\s*,?\s*\)/g;

/**
 * Puts each GraphQL document, parsed and with the fragments that it spreads, into the module that writes it,
 * so that a page carries its own queries alone and nobody downloads a parser.
 */
export function documentsInPlace(sourceFolder: string): Plugin {
  let fragments = new Map<string, FragmentDefinitionNode>();
  return {
    name: 'documents-in-place',
    enforce: 'pre',
    buildStart() {
      fragments = new Map(fragmentsBelow(sourceFolder).map((fragment) => [fragment.name.value, fragment]));
    },
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: 'graphql(' },
      handler(code) {
        return {
          code: code.replace(call, (_, text: string) =>
            JSON.stringify(withFragments(parse(text, { noLocation: true }), fragments), withoutEmptyLists),
          ),
          map: null,
        };
      },
    },
  };
}

/** Everything that the modules below a folder ask, and the fragments that they name. */
export function definitionsBelow(folder: string): DefinitionNode[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(call)])
    .flatMap(([, text = '']) => parse(text, { noLocation: true }).definitions);
}

function fragmentsBelow(folder: string): FragmentDefinitionNode[] {
  return definitionsBelow(folder).filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
}

/** The document with every fragment that it spreads, directly or through another, defined in it once. */
export function withFragments(document: DocumentNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): DocumentNode {
  const definitions = [...document.definitions];
  const defined = new Set(definitions.map((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? definition.name.value : '')));
  for (const definition of definitions) {
    visit(definition, {
      FragmentSpread({ name }) {
        if (defined.has(name.value)) return;
        const fragment = fragments.get(name.value);
        if (!fragment) throw new Error(`No fragment is called ${name.value}.`);
        defined.add(name.value);
        definitions.push(fragment);
      },
    });
  }
  return { ...document, definitions };
}

/** A document says as much without the lists that hold nothing. */
const withoutEmptyLists = (_: string, value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value);
