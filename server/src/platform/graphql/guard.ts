import type { GraphQLField, GraphQLSchema } from 'graphql';
import { defaultFieldResolver, getDirectiveValues } from 'graphql';
import { unauthenticated } from '../errors.js';

/** Whether the schema says that one may ask for the field without signing in. */
export function isPublic(field: Pick<GraphQLField<unknown, unknown>, 'astNode'>, schema: GraphQLSchema): boolean {
  const directive = schema.getDirective('public');
  return Boolean(directive && field.astNode && getDirectiveValues(directive, field.astNode));
}

export function rootFields(schema: GraphQLSchema): GraphQLField<unknown, { viewer: unknown }>[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  );
}

/** Closes every root field without `@public` to those who are not signed in; who may do what is the business of policies. */
export function closeUnlessPublic(schema: GraphQLSchema): GraphQLSchema {
  for (const field of rootFields(schema)) {
    if (isPublic(field, schema)) continue;
    const { resolve = defaultFieldResolver, subscribe } = field;
    field.resolve = (source, args, context, info) => {
      if (!context.viewer) throw unauthenticated();
      return resolve(source, args, context, info);
    };
    if (subscribe === undefined) continue;
    field.subscribe = (source, args, context, info) => {
      if (!context.viewer) throw unauthenticated();
      return subscribe(source, args, context, info);
    };
  }
  return schema;
}
