import { fail, MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import { conversionFailure } from '../conversion/conversion-failure.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';
import { evaluateZone } from './arguments.js';
import { parseWithFormat, readLetters } from './parse-format.js';
import { parseDateText } from './parse-text.js';
import { checkFormat } from './to-string.js';

const fromString: Operator = (operand, compilation) => {
  if (!(operand instanceof Map))
    throw new MongoError(40540, `$dateFromString only supports an object as an argument, found: ${typeName(operand)}`);
  const given = namedArguments(operand, '$dateFromString', ['dateString', 'format', 'timezone', 'onError', 'onNull'], {
    notObject: 40540,
    unknown: 40541,
    missing: { dateString: 40542 },
  });
  const [text, format, zone, onError, onNull] = (['dateString', 'format', 'timezone', 'onError', 'onNull'] as const).map((key) =>
    given.has(key) ? compilation.compile(given.get(key) as Value) : undefined,
  );
  const parts = [text, format, zone, onError, onNull].filter((part) => part !== undefined);
  return folded(parts, (context) => {
    const value = text?.evaluate(context);
    const pattern = format ? checkedFormat(format.evaluate(context)) : undefined;
    const timeZone = evaluateZone(zone, context);
    if (isNullish(value)) return onNull ? onNull.evaluate(context) : null;
    try {
      if (typeof value !== 'string') {
        return conversionFailure(
          `$dateFromString requires that 'dateString' be a string, found: ${typeName(value)} with value ${String(value)}`,
        );
      }
      if (!timeZone || (format && pattern === undefined)) return null;
      return pattern === undefined ? parseDateText(value, timeZone) : parseWithFormat(value, pattern, timeZone);
    } catch (error) {
      if (onError && error instanceof MongoError && error.code === 241) return onError.evaluate(context);
      throw error;
    }
  });
};

/** `undefined` for a null or missing format. */
const checkedFormat = (format: Value | undefined): string | undefined => {
  if (isNullish(format)) return undefined;
  if (typeof format !== 'string')
    throw new MongoError(40684, `$dateFromString requires that 'format' be a string, found: ${typeName(format)}`);
  if (format.includes('\0')) fail('BadValue', 'a format cannot contain a null byte');
  checkFormat(format, readLetters);
  return format;
};

export const fromStringOperators: Operators = { $dateFromString: fromString };
