import { typeNumbers } from '../bson/types.js';
import { fail } from '../errors.js';
import { isNumeric } from '../bson/values.js';
import { exactInteger } from './integer-arguments.js';
import type { Value } from '../bson/values.js';

const numberTypes = [typeNumbers.double, typeNumbers.int, typeNumbers.long, typeNumbers.decimal];

/** The type numbers that the argument of `$type` names: a name, `number` for all number types, a number, or a list of such. */
export const typeArguments = (path: string, argument: Value): readonly number[] => {
  if (!Array.isArray(argument)) return typesNamed(path, argument);
  if (argument.length === 0) return fail('FailedToParse', `${path} must match at least one type`);
  return [...new Set(argument.flatMap((one) => typesNamed(path, one)))];
};

const typesNamed = (path: string, argument: Value): readonly number[] => {
  if (typeof argument === 'string') return typesByName(argument);
  if (!isNumeric(argument)) return fail('TypeMismatch', 'type must be represented as a number or a string');
  const number = exactInteger(argument);
  const known =
    number === undefined ? undefined : Object.values(typeNumbers).find((type) => BigInt(type) === number && type !== typeNumbers.missing);
  if (known === undefined && number === 0n) return fail('BadValue', `Invalid numerical type code: 0. Instead use {$exists:false}.`);
  return known === undefined ? fail('BadValue', `Invalid numerical type code: ${String(number ?? path)}`) : [known];
};

const typesByName = (name: string): readonly number[] => {
  if (name === 'number') return numberTypes;
  if (name === 'missing' || !Object.hasOwn(typeNumbers, name)) return fail('BadValue', `Unknown type name alias: ${name}`);
  return [typeNumbers[name as keyof typeof typeNumbers]];
};
