import type { ASTVisitor, DocumentNode, FragmentDefinitionNode, SelectionSetNode, ValidationRule } from 'graphql';
import { GraphQLError, Kind } from 'graphql';

/** The most that one operation may be, whatever it asks for. */
export const limits = {
  /** Lexical tokens of a document. */
  tokens: 4000,
  /** Fields inside fields; the introspection of the usual explorers needs 15. */
  depth: 15,
  /** Fields asked for under another name, fragments counted each time they are spread. */
  aliases: 30,
  /** Directives such as `@include`. */
  directives: 50,
};

interface Measure {
  depth: number;
  aliases: number;
  directives: number;
}

/** Refuses operations that are too deep or have too many aliases or directives, before anything runs. */
export const limitsRule: ValidationRule = (context): ASTVisitor => ({
  Document(document: DocumentNode) {
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    }
    const measure = measureWith(fragments);
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const { depth, aliases, directives } = measure(definition.selectionSet);
      const refuse = (message: string): void => context.reportError(new GraphQLError(message, { nodes: definition }));
      if (depth > limits.depth) refuse(`This operation is ${depth} levels deep; the most is ${limits.depth}.`);
      if (aliases > limits.aliases) refuse(`This operation has ${aliases} aliases; the most is ${limits.aliases}.`);
      if (directives > limits.directives) refuse(`This operation has ${directives} directives; the most is ${limits.directives}.`);
    }
  },
});

/** Each fragment is measured once, so that fragments which spread one another many times cost nothing to refuse. */
function measureWith(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (selections: SelectionSetNode) => Measure {
  const known = new Map<string, Measure>();
  const nothing: Measure = { depth: 0, aliases: 0, directives: 0 };

  function ofFragment(name: string): Measure {
    const measured = known.get(name);
    if (measured !== undefined) return measured;
    // A cycle is another rule's to report; here it must only end.
    known.set(name, nothing);
    const fragment = fragments.get(name);
    const result = fragment === undefined ? nothing : of(fragment.selectionSet);
    known.set(name, result);
    return result;
  }

  function of(selectionSet: SelectionSetNode): Measure {
    const total = { ...nothing };
    for (const selection of selectionSet.selections) {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.selectionSet
            ? of(selection.selectionSet)
            : nothing;
      total.depth = Math.max(total.depth, inner.depth + (isField ? 1 : 0));
      total.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      total.directives += inner.directives + (selection.directives?.length ?? 0);
    }
    return total;
  }

  return of;
}
