import { MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish, isNumeric } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import type { EvaluationContext, Expression } from '../expression.js';
import { asSafeInteger } from '../numbers.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';
import { evaluateZone } from './arguments.js';
import { localTime, localTimeOfIsoWeek } from './calendar.js';
import { dateFrom } from './date-value.js';
import { toInstant } from './time-zone.js';

const calendarNames = ['year', 'month', 'day'] as const;
const isoNames = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const;
const clockNames = ['hour', 'minute', 'second', 'millisecond'] as const;
const greatestPart = 32_767;
const leastPart = -32_768;

const fromParts: Operator = (operand, compilation) => {
  if (!(operand instanceof Map)) throw new MongoError(40519, '$dateFromParts only supports an object as its argument');
  const given = namedArguments(operand, '$dateFromParts', [...calendarNames, ...isoNames, ...clockNames, 'timezone'], {
    notObject: 40519,
    unknown: 40518,
    missing: {},
  });
  const isIso = given.has('isoWeekYear');
  if (!given.has('year') && !isIso) throw new MongoError(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  if (given.has('year') && (isIso || given.has('isoWeek') || given.has('isoDayOfWeek'))) {
    throw new MongoError(40489, '$dateFromParts does not allow mixing natural dates with ISO dates');
  }
  if (isIso && (given.has('month') || given.has('day'))) {
    throw new MongoError(40525, '$dateFromParts does not allow mixing ISO dates with natural dates');
  }
  const expressions = new Map([...given].map(([name, value]) => [name, compilation.compile(value)]));
  return folded([...expressions.values()], (context) => {
    const zone = evaluateZone(expressions.get('timezone'), context);
    const names = [...(isIso ? isoNames : calendarNames), ...clockNames];
    const parts = names.map((name) => partOf(expressions.get(name), name, context));
    if (!zone || parts.some((part) => part === undefined)) return null;
    const [year, second, third, hour, minute, seconds, millisecond] = parts as [number, number, number, number, number, number, number];
    const clock = ((hour * 60 + minute) * 60 + seconds) * 1000 + millisecond;
    const local = (isIso ? localTimeOfIsoWeek(year, second, third) : localTime(year, second, third)) + clock;
    return dateFrom(toInstant(local, zone), '$dateFromParts');
  });
};

/** One part as a whole number; `undefined` where it is null or missing. */
const partOf = (expression: Expression | undefined, name: string, context: EvaluationContext): number | undefined => {
  if (!expression) return name === 'month' || name === 'day' || name.startsWith('iso') ? 1 : 0;
  const value = expression.evaluate(context);
  if (isNullish(value)) return undefined;
  const number = wholePart(value, name);
  if (name === 'year' || name === 'isoWeekYear') {
    if (number < 1 || number > 9999)
      throw new MongoError(40523, `'${name}' must evaluate to an integer in the range 1 to 9999, found ${number}`);
  } else if (name !== 'second' && name !== 'millisecond' && (number < leastPart || number > greatestPart)) {
    throw new MongoError(31034, `'${name}' must evaluate to a value in the range [-32768, 32767]; value ${number} is not in range`);
  }
  return number;
};

const wholePart = (value: Value, name: string): number => {
  const number = isNumeric(value) ? asSafeInteger(value) : undefined;
  if (number === undefined) {
    throw new MongoError(40515, `'${name}' must evaluate to an integer, found ${typeName(value)} with value ${String(value)}`);
  }
  return number;
};

export const fromPartsOperators: Operators = { $dateFromParts: fromParts };
