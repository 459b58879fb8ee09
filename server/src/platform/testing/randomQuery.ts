import type { GraphQLArgument, GraphQLField, GraphQLInputType, GraphQLNamedType, GraphQLSchema } from 'graphql';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';

/** Numbers from 0 to 1, the same ones for the same seed (the generator mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface RandomQueryOptions {
  random: () => number;
  /** How many fields may stand inside each other. */
  depth: number;
  /** Values that an argument of this scalar may have, ready to be written into a query. */
  values: Readonly<Record<string, readonly string[]>>;
}

/** A query of one root field with arguments, fields and values chosen by chance; always valid for the schema. */
export function randomQuery(schema: GraphQLSchema, { random, depth, values }: RandomQueryOptions): string {
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const root = pick(Object.values(schema.getQueryType()?.getFields() ?? {}));
  return `{ ${fieldText(root, depth)} }`;

  function fieldText(field: GraphQLField<unknown, unknown>, levels: number): string {
    const given = field.args.filter((argument) => isRequiredArgument(argument) || random() < 0.4).map(argumentText);
    const below = getNamedType(field.type);
    return `${field.name}${given.length ? `(${given.join(', ')})` : ''}${isLeafType(below) ? '' : ` ${selection(below, levels - 1)}`}`;
  }

  function selection(type: GraphQLNamedType, levels: number): string {
    if (isUnionType(type)) {
      const members = type.getTypes().map((each) => `... on ${each.name} ${selection(each, levels)}`);
      return `{ __typename ${members.join(' ')} }`;
    }
    if (!isObjectType(type)) return '{ __typename }';
    const fields = Object.values(type.getFields()).filter(
      (field) => isLeafType(getNamedType(field.type)) || (levels > 0 && random() < 0.5),
    );
    const chosen = fields.filter(() => random() < 0.8).map((field) => fieldText(field, levels));
    return `{ __typename ${chosen.join(' ')} }`;
  }

  function argumentText(argument: GraphQLArgument): string {
    if (argument.name === 'first') return `first: ${Math.ceil(random() * 20)}`;
    return `${argument.name}: ${valueText(argument.type)}`;
  }

  function valueText(type: GraphQLInputType): string {
    if (isNonNullType(type)) return valueText(type.ofType as GraphQLInputType);
    if (isListType(type)) return `[${valueText(type.ofType as GraphQLInputType)}]`;
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || random() < 0.3);
      return `{ ${fields.map((field) => `${field.name}: ${valueText(field.type)}`).join(', ')} }`;
    }
    return pick(values[getNamedType(type).name] ?? ['null']);
  }
}
