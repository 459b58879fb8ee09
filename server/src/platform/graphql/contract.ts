import type {
  GraphQLArgument,
  GraphQLEnumValue,
  GraphQLField,
  GraphQLFieldMap,
  GraphQLInputField,
  GraphQLNamedType,
  GraphQLSchema,
} from 'graphql';
import {
  defaultFieldResolver,
  getDirectiveValues,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { isPublic, rootFields } from './guard.js';

/** Root fields without `@public` that let a stranger in, such as `Query.register`. */
export async function openToStrangers(schema: GraphQLSchema): Promise<string[]> {
  const closed = rootFields(schema).filter((field) => !isPublic(field, schema));
  const open = await Promise.all(closed.map(async (field) => ((await refusesStrangers(field)) ? [] : [field.name])));
  return open.flat();
}

async function refusesStrangers(field: GraphQLField<unknown, { viewer: unknown }>): Promise<boolean> {
  const call = field.subscribe ?? field.resolve;
  try {
    await call?.({}, {}, { viewer: null }, {} as never);
    return false;
  } catch (error) {
    return (
      typeof error === 'object' && error !== null && (error as { extensions?: { code?: unknown } }).extensions?.code === 'UNAUTHENTICATED'
    );
  }
}

/** What is wrong with the results of mutations: each has a union of its own, named after it, of one outcome and refusals. */
export function wrongResults(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, type }) => {
    const expected = `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`;
    const result = getNamedType(type);
    if (result.name !== expected || !isUnionType(result)) return [`${name} answers with ${String(type)} instead of the union ${expected}`];
    if (!isNonNullType(type)) return [`${name} may answer with null`];
    const outcomes = result.getTypes().filter((each) => !each.getInterfaces().some(({ name: face }) => face === 'Refusal'));
    return outcomes.length === 1
      ? []
      : [`${expected} has ${outcomes.length} members that are no Refusal: ${outcomes.map((each) => each.name).join(', ')}`];
  });
}

/** Fields of types for which neither they nor their type say who may read them. Root fields say it by `@public`. */
export function withoutAudience(schema: GraphQLSchema): string[] {
  const audience = schema.getDirective('audience');
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return ownTypes(schema).flatMap((type) => {
    if (!(isObjectType(type) || isInterfaceType(type)) || roots.some((root) => root === type)) return [];
    const says = (node: GraphQLNamedType['astNode'] | GraphQLField<unknown, unknown>['astNode']): boolean =>
      Boolean(audience && node && getDirectiveValues(audience, node as never));
    if (says(type.astNode)) return [];
    return Object.values(type.getFields())
      .filter((field) => !says(field.astNode))
      .map((field) => `${type.name}.${field.name}`);
  });
}

/** Types, fields, arguments, enum values and directives that nothing is said about. */
export function undescribed(schema: GraphQLSchema): string[] {
  const without = (path: string, thing: { description?: string | null | undefined }): string[] => (thing.description?.trim() ? [] : [path]);
  const withArguments = (path: string, args: readonly GraphQLArgument[]): string[] =>
    args.flatMap((arg) => without(`${path}(${arg.name})`, arg));
  const ofTypes = ownTypes(schema).flatMap((type) => {
    const fields: Readonly<GraphQLFieldMap<unknown, unknown>> = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    const members: readonly (GraphQLEnumValue | GraphQLInputField)[] = isEnumType(type)
      ? type.getValues()
      : isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    return [
      ...without(type.name, type),
      ...Object.values(fields).flatMap((field) => [
        ...without(`${type.name}.${field.name}`, field),
        ...withArguments(`${type.name}.${field.name}`, field.args),
      ]),
      ...members.flatMap((member) => without(`${type.name}.${member.name}`, member)),
    ];
  });
  const ofDirectives = schema
    .getDirectives()
    .filter((directive) => !isSpecifiedDirective(directive))
    .flatMap((directive) => [...without(`@${directive.name}`, directive), ...withArguments(`@${directive.name}`, directive.args)]);
  return [...ofTypes, ...ofDirectives];
}

/** What executing operations has shown of the fields that no resolver answers. */
export interface AnswersSeen {
  /** Fields that were asked of an object which has no property of their name, such as `Visit.host`. */
  unanswered: Set<string>;
  /** Fields that have been asked at all, with a resolver or without. */
  asked: Set<string>;
}

/** Watches every field of the schema from now on, so that a model which lacks what the contract promises is found in practice. */
export function watchAnswers(schema: GraphQLSchema): AnswersSeen {
  const seen: AnswersSeen = { unanswered: new Set(), asked: new Set() };
  for (const type of ownTypes(schema)) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const path = `${type.name}.${field.name}`;
      const { resolve } = field;
      field.resolve = (source: unknown, args, context, info) => {
        seen.asked.add(path);
        if (resolve) return resolve(source, args, context, info);
        if (typeof source !== 'object' || source === null || !(field.name in source)) seen.unanswered.add(path);
        return defaultFieldResolver(source, args, context, info);
      };
    }
  }
  return seen;
}

/** A selection of everything below a type, some levels deep; fields whose arguments must be given are left out. */
export function everythingOf(type: GraphQLNamedType, levels: number): string {
  if (isUnionType(type))
    return `{ __typename ${type
      .getTypes()
      .map((each) => `... on ${each.name} ${everythingOf(each, levels)}`)
      .join(' ')} }`;
  if (!(isObjectType(type) || isInterfaceType(type))) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const below = getNamedType(field.type);
    const isLeaf = isScalarType(below) || isEnumType(below);
    if (field.args.some(isRequiredArgument) || (levels <= 1 && !isLeaf)) return [];
    const page = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
    return [`${field.name}${page} ${everythingOf(below, levels - 1)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
}
