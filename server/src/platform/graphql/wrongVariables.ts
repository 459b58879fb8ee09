import type { ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { coerceInputValue, GraphQLError, isInputType, typeFromAST } from 'graphql';
import { errorCodes } from '../errors.js';
import type { Language } from '../language.js';
import type { InvalidField } from '../refusals.js';
import type { Words } from '../words.js';
import { words } from '../words.js';
import { wordsOfScalarError } from './scalars.js';

const notReadable = words({
  en: 'This cannot be read as what is asked for here.',
  fr: 'Ceci ne peut pas être lu comme ce qui est demandé ici.',
  es: 'Esto no se puede leer como lo que se pide aquí.',
  ar: 'لا يمكن قراءة هذا على أنه المطلوب هنا.',
});

/** How many wrong values are named; graphql-js names as many. */
const most = 50;

/**
 * The answer to variables that do not fit, with `extensions.fields`: each wrong value by its path, as `InvalidInput` gives it (without the
 * name of the argument `input`), and in the reader's language what is wrong. A page shows it where it was typed.
 */
export function withWrongFields(
  result: ExecutionResult,
  {
    schema,
    operation,
    variables = {},
    language,
  }: { schema: GraphQLSchema; operation: OperationDefinitionNode; variables: Record<string, unknown> | undefined; language: Language },
): ExecutionResult {
  const fields = wrongFields(schema, operation, variables, language);
  if (fields.length === 0 || result.errors === undefined) return result;
  const errors = result.errors.map(
    (error) => new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: errorCodes.badUserInput, fields } }),
  );
  return { ...result, errors };
}

function wrongFields(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  language: Language,
): InvalidField[] {
  const fields: InvalidField[] = [];
  for (const { variable, type: node } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as Parameters<typeof typeFromAST>[1]);
    if (!isInputType(type) || variables[name] === undefined) continue;
    coerceInputValue(variables[name], type, (path, _value, error) => {
      const whole = name === 'input' && path.length > 0 ? path : [name, ...path];
      const said: Words = wordsOfScalarError(error) ?? notReadable;
      if (fields.length < most) fields.push({ path: whole.join('.'), message: said[language] });
    });
  }
  return fields;
}
