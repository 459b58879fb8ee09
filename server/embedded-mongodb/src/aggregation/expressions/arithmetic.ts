import { fail, MongoError } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import { Int32, isNullish } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import { dateFrom } from './date/date-value.js';
import { ExactSum } from './exact-sum.js';
import { doubleToBigInt, fitsInt64, int, intOrLong, isComputable, isInteger, toBigInt, toDouble } from './numbers.js';
import type { ComputableNumber } from './numbers.js';
import type { Operators } from './operator.js';
import { binary, refuseDecimal, unary, variadic } from './operator.js';

type Operand = Value | undefined;

const mismatch = (message: string): never => fail('TypeMismatch', message);

const add = variadic((operands, { name }) => {
  const sum = new ExactSum();
  let hasDate = false;
  for (const value of operands) {
    if (isComputable(value)) sum.add(value);
    else if (value instanceof Date) {
      if (hasDate) throw new MongoError(16612, 'only one date allowed in an $add expression');
      hasDate = true;
      sum.addWhole(value.getTime());
    } else {
      refuseDecimal(value, name);
      if (isNullish(value)) return null;
      return mismatch(`$add only supports numeric or date types, not ${typeName(value)}`);
    }
  }
  if (!hasDate) return sum.result();
  return dateFrom(sum.toWhole() ?? fail('Overflow', 'date overflow in $add'), '$add');
});

const subtract = binary((left, right, { name }) => {
  refuseDecimal(left, name);
  refuseDecimal(right, name);
  if (isComputable(left) && isComputable(right)) return subtractNumbers(left, right);
  if (isNullish(left) || isNullish(right)) return null;
  if (left instanceof Date) {
    if (right instanceof Date) return BigInt(left.getTime() - right.getTime());
    if (isComputable(right)) {
      if (Number.isNaN(right)) fail('Overflow', 'date overflow in $subtract');
      const milliseconds = isInteger(right) ? toBigInt(right) : doubleToBigInt(roundHalfAway(right));
      return dateFrom(BigInt(left.getTime()) - milliseconds, '$subtract');
    }
    return mismatch(`can't $subtract ${typeName(right)} from Date`);
  }
  return mismatch(`can't $subtract ${typeName(right)} from ${typeName(left)}`);
});

const roundHalfAway = (value: number): number => (value < 0 ? -Math.round(-value) : Math.round(value));

const subtractNumbers = (left: ComputableNumber, right: ComputableNumber): ComputableNumber => {
  if (!isInteger(left) || !isInteger(right)) return toDouble(left) - toDouble(right);
  if (left instanceof Int32 && right instanceof Int32) return intOrLong(BigInt(left.value - right.value));
  const difference = toBigInt(left) - toBigInt(right);
  return fitsInt64(difference) ? difference : toDouble(left) - toDouble(right);
};

const multiply = variadic((operands, { name }) => {
  let product: ComputableNumber = int(1);
  for (const value of operands) {
    refuseDecimal(value, name);
    if (isNullish(value)) return null;
    if (!isComputable(value)) return mismatch(`$multiply only supports numeric types, not ${typeName(value)}`);
    product = multiplyNumbers(product, value);
  }
  return product;
});

/** The product in the wider type of the two; whole numbers that overflow 64 bits become doubles. */
export const multiplyNumbers = (left: ComputableNumber, right: ComputableNumber): ComputableNumber => {
  if (!isInteger(left) || !isInteger(right)) return toDouble(left) * toDouble(right);
  const product = toBigInt(left) * toBigInt(right);
  if (!fitsInt64(product)) return toDouble(left) * toDouble(right);
  return left instanceof Int32 && right instanceof Int32 ? intOrLong(product) : product;
};

const divide = binary((left, right, { name }) => {
  refuseDecimal(left, name);
  refuseDecimal(right, name);
  if (isComputable(left) && isComputable(right)) {
    const divisor = toDouble(right);
    if (divisor === 0) return fail('BadValue', "can't $divide by zero");
    return toDouble(left) / divisor;
  }
  if (isNullish(left) || isNullish(right)) return null;
  return mismatch(`$divide only supports numeric types, not ${typeName(left)} and ${typeName(right)}`);
});

const modulo = binary((left, right, { name }) => {
  refuseDecimal(left, name);
  refuseDecimal(right, name);
  if (isComputable(left) && isComputable(right)) return moduloOfNumbers(left, right);
  if (isNullish(left) || isNullish(right)) return null;
  throw new MongoError(16611, `$mod only supports numeric types, not ${typeName(left)} and ${typeName(right)}`);
});

const moduloOfNumbers = (left: ComputableNumber, right: ComputableNumber): ComputableNumber => {
  if (toDouble(right) === 0) throw new MongoError(16610, "can't $mod by zero");
  if (!isInteger(left) || !isInteger(right)) return toDouble(left) % toDouble(right);
  if (left instanceof Int32 && right instanceof Int32) return int(left.value % right.value);
  return toBigInt(left) % toBigInt(right);
};

/** An operator of one number; null and missing give null, other types are a MongoError 28765. */
export const numericUnary = (compute: (value: ComputableNumber, name: string) => Operand) =>
  unary((value, { name }) => {
    if (isComputable(value)) return compute(value, name);
    if (isNullish(value)) return null;
    refuseDecimal(value, name);
    throw new MongoError(28765, `${name} only supports numeric types, not ${typeName(value)}`);
  });

const absolute = numericUnary((value) => {
  if (typeof value === 'number') return Math.abs(value);
  if (value instanceof Int32) return intOrLong(BigInt(Math.abs(value.value)));
  if (value === -(2n ** 63n)) throw new MongoError(28680, "can't take $abs of long long min");
  return value < 0n ? -value : value;
});

const logarithm = binary((value, base, { name }) => {
  if (isNullish(value) || isNullish(base)) return null;
  refuseDecimal(value, name);
  refuseDecimal(base, name);
  if (!isComputable(value)) throw new MongoError(28756, `$log's argument must be numeric, not ${typeName(value)}`);
  if (!isComputable(base)) throw new MongoError(28757, `$log's base must be numeric, not ${typeName(base)}`);
  const number = toDouble(value);
  const baseNumber = toDouble(base);
  if (number <= 0) throw new MongoError(28758, `$log's argument must be a positive number, but is ${number}`);
  if (baseNumber <= 0 || baseNumber === 1)
    throw new MongoError(28759, `$log's base must be a positive number not equal to 1, but is ${baseNumber}`);
  return Math.log(number) / Math.log(baseNumber);
});

const power = binary((base, exponent, { name }) => {
  if (isNullish(base) || isNullish(exponent)) return null;
  refuseDecimal(base, name);
  refuseDecimal(exponent, name);
  if (!isComputable(base)) throw new MongoError(28762, `$pow's base must be numeric, not ${typeName(base)}`);
  if (!isComputable(exponent)) throw new MongoError(28763, `$pow's exponent must be numeric, not ${typeName(exponent)}`);
  if (toDouble(base) === 0 && toDouble(exponent) < 0) throw new MongoError(28764, '$pow cannot take a base of 0 and a negative exponent');
  if (isInteger(base) && isInteger(exponent)) return powerOfIntegers(base, exponent);
  return powerOfDoubles(toDouble(base), toDouble(exponent));
});

/** C's pow: 1 for a base of 1 and for -1 to an infinite power, where JavaScript says NaN. */
const powerOfDoubles = (base: number, exponent: number): number => {
  if (base === 1 || (base === -1 && Math.abs(exponent) === Infinity)) return 1;
  return base ** exponent;
};

const powerOfIntegers = (base: Int32 | bigint, exponent: Int32 | bigint): ComputableNumber => {
  const whole = toBigInt(base);
  const times = toBigInt(exponent);
  const answer = (value: bigint): Int32 | bigint => (base instanceof Int32 && exponent instanceof Int32 ? intOrLong(value) : value);
  if (whole === 1n || times === 0n) return answer(1n);
  if (whole === -1n) return answer(times % 2n === 0n ? 1n : -1n);
  if (whole === 0n) return answer(0n);
  if (times < 0n || times > 63n) return toDouble(base) ** toDouble(exponent);
  const result = whole ** times;
  return fitsInt64(result) ? answer(result) : toDouble(base) ** toDouble(exponent);
};

export const arithmeticOperators: Operators = {
  $add: add,
  $subtract: subtract,
  $multiply: multiply,
  $divide: divide,
  $mod: modulo,
  $abs: absolute,
  $ceil: numericUnary((value) => (typeof value === 'number' ? Math.ceil(value) : value)),
  $floor: numericUnary((value) => (typeof value === 'number' ? Math.floor(value) : value)),
  $exp: numericUnary((value) => Math.exp(toDouble(value))),
  $ln: numericUnary((value) => {
    const number = toDouble(value);
    if (number <= 0) throw new MongoError(28766, `$ln's argument must be a positive number, but is ${number}`);
    return Math.log(number);
  }),
  $log10: numericUnary((value) => {
    const number = toDouble(value);
    if (number <= 0) throw new MongoError(28761, `$log10's argument must be a positive number, but is ${number}`);
    return Math.log10(number);
  }),
  $log: logarithm,
  $pow: power,
  $sqrt: numericUnary((value) => {
    const number = toDouble(value);
    if (number < 0) throw new MongoError(28714, "$sqrt's argument must be greater than or equal to 0");
    return Math.sqrt(number);
  }),
};
