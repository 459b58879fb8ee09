import { fail, MongoError, notSupported } from '../../../errors.js';
import { typeName, typeNumbers } from '../../../bson/types.js';
import type { TypeName } from '../../../bson/types.js';
import { isNullish, isNumeric } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import { asSafeInteger } from '../numbers.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments, operandList } from '../operator.js';
import { convertValue } from './convert-value.js';
import type { Target, UnreachableTarget } from './convert-value.js';

const targets: ReadonlySet<string> = new Set<Target>(['double', 'string', 'objectId', 'bool', 'date', 'int', 'long', 'decimal']);

const isTypeName = (name: string): name is TypeName => Object.hasOwn(typeNumbers, name);

const isTarget = (name: string): name is Target => targets.has(name);

/** The type that `to` names, by name or number. */
const targetOf = (to: Value): Target | UnreachableTarget => {
  const name = typeof to === 'string' ? to : nameOfNumber(to);
  if (isTarget(name)) return name;
  if (name === 'binData') return notSupported('$convert to binData');
  if (isTypeName(name) && (name !== 'missing' || typeof to !== 'string')) return { unreachable: name };
  return fail('BadValue', `Unknown type name: ${name}`);
};

const nameOfNumber = (to: Value): string => {
  if (to instanceof Map) return notSupported('$convert to a binData subtype');
  if (!isNumeric(to)) return fail('FailedToParse', `$convert's 'to' argument must be a string or number, but is ${typeName(to)}`);
  const number = asSafeInteger(to);
  if (number === undefined) return fail('FailedToParse', "In $convert, numeric 'to' argument is not an integer");
  const found = Object.entries(typeNumbers).find(([, typeNumber]) => typeNumber === number);
  if (!found) return fail('FailedToParse', `In $convert, numeric value for 'to' does not correspond to a BSON type: ${number}`);
  return found[0];
};

const convert: Operator = (operand, compilation) => {
  if (!(operand instanceof Map))
    return fail('FailedToParse', `$convert expects an object of named arguments but found: ${typeName(operand)}`);
  for (const left of ['format', 'byteOrder', 'base']) if (operand.has(left)) notSupported(`the argument '${left}' of $convert`);
  const given = namedArguments(operand, '$convert', ['input', 'to', 'onError', 'onNull'], {
    notObject: 9,
    unknown: 9,
    missing: { input: 9, to: 9 },
  });
  const [input, to, onError, onNull] = (['input', 'to', 'onError', 'onNull'] as const).map((key) =>
    given.has(key) ? compilation.compile(given.get(key) as Value) : undefined,
  );
  const parts = [input, to, onError, onNull].filter((part) => part !== undefined);
  return folded(parts, (context) => {
    const target = to?.evaluate(context);
    const value = input?.evaluate(context);
    const checked = isNullish(target) ? undefined : targetOf(target);
    if (isNullish(value)) return onNull ? onNull.evaluate(context) : null;
    if (checked === undefined) return null;
    try {
      return convertValue(value, checked);
    } catch (error) {
      if (onError && error instanceof MongoError && error.code === 241) return onError.evaluate(context);
      throw error;
    }
  });
};

const shortConvert =
  (target: Target): Operator =>
  (operand, compilation, name) => {
    const operands = operandList(operand);
    if (operands.length !== 1) throw new MongoError(50723, `${name} requires a single argument, got ${operands.length}`);
    const input = compilation.compile(operands[0] as Value);
    return folded([input], (context) => {
      const value = input.evaluate(context);
      return isNullish(value) ? null : convertValue(value, target);
    });
  };

export const convertOperators: Operators = {
  $convert: convert,
  $toDouble: shortConvert('double'),
  $toString: shortConvert('string'),
  $toObjectId: shortConvert('objectId'),
  $toBool: shortConvert('bool'),
  $toDate: shortConvert('date'),
  $toInt: shortConvert('int'),
  $toLong: shortConvert('long'),
  $toDecimal: shortConvert('decimal'),
};
