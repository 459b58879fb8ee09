import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { getDirectiveValues, getNamedType, isAbstractType, isCompositeType, isObjectType, Kind, OperationTypeNode } from 'graphql';

/** The collections that the answer of an operation is made of, or null when one of its fields does not say: then it is never kept. */
export function collectionsOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): readonly string[] | null {
  const root = schema.getRootType(operation.operation);
  if (operation.operation !== OperationTypeNode.QUERY || !root) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const found = new Set<string>();
  const seen = new Set<string>();

  function allSay(selectionSet: SelectionSetNode, type: GraphQLCompositeType): boolean {
    return selectionSet.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return fieldSays(selection, type);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const narrowed = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        return isCompositeType(narrowed) && allSay(selection.selectionSet, narrowed);
      }
      if (seen.has(selection.name.value)) return true;
      seen.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      const narrowed = fragment && schema.getType(fragment.typeCondition.name.value);
      return fragment !== undefined && isCompositeType(narrowed) && allSay(fragment.selectionSet, narrowed);
    });
  }

  function fieldSays(node: FieldNode, type: GraphQLCompositeType): boolean {
    // The schema itself never changes while the portal runs.
    if (node.name.value.startsWith('__')) return true;
    const concrete = isAbstractType(type) ? schema.getPossibleTypes(type) : [type as GraphQLObjectType];
    return concrete.every((each) => {
      const collections = saidOf(schema, each, node.name.value);
      if (collections === null) return false;
      for (const collection of collections) found.add(collection);
      const below = getNamedType(each.getFields()[node.name.value]?.type);
      return node.selectionSet === undefined || (isCompositeType(below) && allSay(node.selectionSet, below));
    });
  }

  return allSay(operation.selectionSet, root) ? [...found].sort() : null;
}

/** What the field says it is made of, or else what its type says; a field that another room added to the type speaks for itself. */
function saidOf(schema: GraphQLSchema, type: GraphQLObjectType, name: string): readonly string[] | null {
  const directive = schema.getDirective('madeOf');
  const field = type.getFields()[name];
  if (!directive || !field?.astNode) return null;
  const ownWords = getDirectiveValues(directive, field.astNode);
  const typesWords = type.astNode?.fields?.includes(field.astNode) ? getDirectiveValues(directive, type.astNode) : undefined;
  const collections = (ownWords ?? typesWords)?.['collections'];
  return Array.isArray(collections) ? collections.map(String) : null;
}

/** Every collection that the schema names: an answer made of one that nobody watches would never be forgotten. */
export function namedCollections(schema: GraphQLSchema): Set<string> {
  const directive = schema.getDirective('madeOf');
  const named = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!directive || !isObjectType(type)) continue;
    for (const node of [type.astNode, ...Object.values(type.getFields()).map((field) => field.astNode)]) {
      const collections = node && getDirectiveValues(directive, node)?.['collections'];
      if (Array.isArray(collections)) for (const collection of collections) named.add(String(collection));
    }
  }
  return named;
}
