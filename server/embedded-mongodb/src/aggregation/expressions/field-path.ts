import { fail, MongoError, notSupported } from '../../errors.js';
import type { Value } from '../../bson/values.js';
import type { Expression, Scope } from './expression.js';
import { everything } from './expression.js';

/** The deepest nesting that BSON documents may have here. */
const deepestPath = 200;

/** Names with a dollar sign that the fields of a DBRef have. */
const referenceNames: ReadonlySet<string> = new Set(['$ref', '$id', '$db']);

/** Throws where a name cannot be one step of a path. */
export const checkFieldName = (name: string): void => {
  if (name === '') throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
  if (name.startsWith('$') && !referenceNames.has(name)) {
    throw new MongoError(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
  }
  if (name.includes('\0')) throw new MongoError(16411, "FieldPath field names may not contain '\0'.");
  if (name.includes('.')) {
    throw new MongoError(16412, `FieldPath field names may not contain '.'. Consider using $getField or $setField.`);
  }
};

/** The steps of a dotted path. */
export const parsePath = (path: string): string[] => {
  if (path === '') throw new MongoError(40352, 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw new MongoError(40353, "FieldPath must not end with a '.'.");
  const steps = path.split('.');
  if (steps.length > deepestPath) fail('Overflow', 'FieldPath is too long');
  steps.forEach(checkFieldName);
  return steps;
};

/** The value at a path as expressions see it: arrays on the way give an array of what their documents hold. */
export const valueAtPath = (value: Value | undefined, steps: readonly string[], from = 0): Value | undefined => {
  let current = value;
  for (let index = from; index < steps.length; index += 1) {
    if (current instanceof Map) current = current.get(steps[index] as string);
    else if (Array.isArray(current)) return valuesInArray(current, steps, index);
    else return undefined;
  }
  return current;
};

const valuesInArray = (values: readonly Value[], steps: readonly string[], from: number): Value[] => {
  const found: Value[] = [];
  for (const value of values) {
    if (!(value instanceof Map)) continue;
    const nested = valueAtPath(value, steps, from);
    if (nested !== undefined) found.push(nested);
  }
  return found;
};

/** Compiles `$path`, `$$variable` or `$$variable.path`. */
export const compileFieldPath = (text: string, scope: Scope): Expression => {
  if (text === '$') throw new MongoError(16872, "'$' by itself is not a valid FieldPath");
  if (text.startsWith('$$')) return compileVariablePath(text.slice(2), scope);
  const steps = parsePath(text.slice(1));
  const [only] = steps;
  scope.reads?.add(only as string);
  if (steps.length === 1 && only !== undefined) {
    return { evaluate: ({ current }) => (current instanceof Map ? current.get(only) : valueAtPath(current, steps)) };
  }
  return { evaluate: ({ current }) => valueAtPath(current, steps) };
};

const compileVariablePath = (text: string, scope: Scope): Expression => {
  const dot = text.indexOf('.');
  const name = dot < 0 ? text : text.slice(0, dot);
  checkVariableName(name, /^[A-Za-z\u{80}-\u{10ffff}]/u);
  if (text.endsWith('.')) throw new MongoError(40353, "FieldPath must not end with a '.'.");
  const steps = dot < 0 ? [] : parsePath(text.slice(dot + 1));
  const variable = readVariable(name, scope, steps[0]);
  if (steps.length === 0) return variable;
  return { evaluate: (context) => valueAtPath(variable.evaluate(context), steps) };
};

const readVariable = (name: string, scope: Scope, firstStep: string | undefined): Expression => {
  switch (name) {
    case 'ROOT':
      scope.reads?.add(firstStep ?? everything);
      return { evaluate: ({ root }) => root };
    case 'CURRENT':
      scope.reads?.add(firstStep ?? everything);
      return { evaluate: ({ current }) => current };
    case 'REMOVE':
      return { evaluate: () => undefined, constant: { value: undefined } };
    case 'NOW':
      return { evaluate: ({ now }) => now };
    case 'CLUSTER_TIME':
      return { evaluate: ({ clusterTime }) => clusterTime };
    case 'USER_ROLES':
    case 'SEARCH_META':
    case 'JS_SCOPE':
    case 'IS_MR':
      return notSupported(`the variable $$${name}`);
    default:
      if (!scope.variables?.has(name)) throw new MongoError(17276, `Use of undefined variable: ${name}`);
      return { evaluate: ({ variables }) => variables.get(name) };
  }
};

const checkVariableName = (name: string, firstCharacter: RegExp): void => {
  if (name === '') fail('FailedToParse', 'empty variable names are not allowed');
  if (!firstCharacter.test(name)) fail('FailedToParse', `'${name}' starts with an invalid character for a user variable name`);
  const wrong = /[^A-Za-z0-9_\u{80}-\u{10ffff}]/u.exec(name.slice(1));
  if (wrong) fail('FailedToParse', `'${name}' contains an invalid character for a variable name: '${wrong[0]}'`);
};

/** Throws where a variable of this name may not be defined; `CURRENT` may. */
export const checkNewVariable = (name: string): void => {
  if (name !== 'CURRENT') checkVariableName(name, /^[a-z\u{80}-\u{10ffff}]/u);
};
