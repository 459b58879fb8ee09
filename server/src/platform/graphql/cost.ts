import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { getDirectiveValues, getNamedType, GraphQLError, isCompositeType, isInterfaceType, isObjectType, Kind } from 'graphql';
import { mostPerPage } from '../pagination.js';

/** The most points that one operation may cost; a page of 100 organisations with all that is said of them costs about 4,000. */
export const highestCost = 25_000;

/** The points of an operation: each field its `@cost` (1 when nothing is said), times `first` for what stands below a page of a list. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): number {
  const costDirective = schema.getDirective('cost');
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, number>();

  function ofFragment(name: string): number {
    const priced = known.get(name);
    if (priced !== undefined) return priced;
    known.set(name, 0);
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const price = fragment && isCompositeType(type) ? ofSelections(fragment.selectionSet, type) : 0;
    known.set(name, price);
    return price;
  }

  function ofSelections(selectionSet: SelectionSetNode, type: GraphQLCompositeType): number {
    let points = 0;
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) points += ofField(selection, type);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) points += ofFragment(selection.name.value);
      else {
        const narrowed = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        if (isCompositeType(narrowed)) points += ofSelections(selection.selectionSet, narrowed);
      }
    }
    return points;
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    const below = node.selectionSet && isCompositeType(type) ? ofSelections(node.selectionSet, type) : 0;
    const weight = costDirective && field?.astNode ? getDirectiveValues(costDirective, field.astNode)?.['weight'] : undefined;
    return (typeof weight === 'number' ? weight : 1) + below * pageSize(node, field, variables);
  }

  const root = schema.getRootType(operation.operation);
  return root ? ofSelections(operation.selectionSet, root) : 0;
}

/** How many a page may hold; a longer one is refused by its list, in words of its own. */
function pageSize(
  node: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
  variables: Readonly<Record<string, unknown>>,
): number {
  const argument = field?.args.find((each) => each.name === 'first');
  if (argument === undefined) return 1;
  const given = node.arguments?.find((each) => each.name.value === 'first')?.value;
  const asked = given?.kind === Kind.INT ? Number(given.value) : given?.kind === Kind.VARIABLE ? variables[given.name.value] : undefined;
  const size = typeof asked === 'number' ? asked : argument.defaultValue;
  return typeof size === 'number' && size > 0 ? Math.min(size, mostPerPage) : 1;
}

/** Throws when the operation costs more than anybody may spend at once. */
export function refuseTooCostly(cost: number): void {
  if (cost <= highestCost) return;
  throw new GraphQLError(
    `This operation would cost ${cost} points; the most is ${highestCost}. Ask for fewer at a time, or for less of each.`,
    {
      extensions: { code: 'OPERATION_TOO_COSTLY', cost, highestCost, http: { status: 400 } },
    },
  );
}
