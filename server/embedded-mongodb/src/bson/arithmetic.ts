import { decimalFromParts, decimalInfinity, decimalNaN, decimalParts } from './decimal.js';
import { Decimal128, Int32 } from './values.js';
import type { Numeric } from './values.js';

type Operation = 'add' | 'multiply';

/**
 * The sum, of the wider of the two types: int, long, double, decimal. Two ints that overflow become a long.
 * `undefined` when the result is beyond 64 bits.
 */
export const addNumbers = (a: Numeric, b: Numeric): Numeric | undefined => combine('add', a, b);

/** The product; its type as with `addNumbers`. */
export const multiplyNumbers = (a: Numeric, b: Numeric): Numeric | undefined => combine('multiply', a, b);

const combine = (operation: Operation, a: Numeric, b: Numeric): Numeric | undefined => {
  if (a instanceof Decimal128 || b instanceof Decimal128) return combineDecimals(operation, toDecimal(a), toDecimal(b));
  if (typeof a === 'number' || typeof b === 'number') {
    return operation === 'add' ? Number(toPrimitive(a)) + Number(toPrimitive(b)) : Number(toPrimitive(a)) * Number(toPrimitive(b));
  }
  const left = BigInt(toPrimitive(a));
  const right = BigInt(toPrimitive(b));
  const result = operation === 'add' ? left + right : left * right;
  if (a instanceof Int32 && b instanceof Int32 && BigInt.asIntN(32, result) === result) return new Int32(Number(result));
  return BigInt.asIntN(64, result) === result ? result : undefined;
};

const toPrimitive = (value: Exclude<Numeric, Decimal128>): number | bigint => (value instanceof Int32 ? value.value : value);

/** Doubles keep 15 digits on becoming a decimal, as in MongoDB. */
export const toDecimal = (value: Numeric): Decimal128 => {
  if (value instanceof Decimal128) return value;
  if (value instanceof Int32 || typeof value === 'bigint') {
    const integer = BigInt(value instanceof Int32 ? value.value : value);
    return decimalFromParts(integer < 0n, integer < 0n ? -integer : integer, 0);
  }
  if (Number.isNaN(value)) return decimalNaN();
  if (!Number.isFinite(value)) return decimalInfinity(value < 0);
  return decimalFromDouble(value);
};

const decimalFromDouble = (value: number): Decimal128 => {
  const isNegative = Object.is(value, -0) || value < 0;
  const [digits = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const [whole = '0', fraction = ''] = digits.split('.');
  return decimalFromParts(isNegative, BigInt(whole + fraction), Number(exponent) - fraction.length);
};

const combineDecimals = (operation: Operation, a: Decimal128, b: Decimal128): Decimal128 => {
  const left = decimalParts(a);
  const right = decimalParts(b);
  if (left.kind === 'nan' || right.kind === 'nan') return decimalNaN();
  if (left.kind === 'infinite' || right.kind === 'infinite') return combineInfinite(operation, a, b);
  if (operation === 'multiply') {
    return decimalFromParts(left.negative !== right.negative, left.coefficient * right.coefficient, left.exponent + right.exponent);
  }
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = (parts: typeof left): bigint => (parts.negative ? -1n : 1n) * parts.coefficient * 10n ** BigInt(parts.exponent - exponent);
  const sum = scaled(left) + scaled(right);
  const isNegative = sum < 0n || (sum === 0n && left.negative && right.negative);
  return decimalFromParts(isNegative, sum < 0n ? -sum : sum, exponent);
};

const combineInfinite = (operation: Operation, a: Decimal128, b: Decimal128): Decimal128 => {
  const left = decimalParts(a);
  const right = decimalParts(b);
  if (operation === 'add') {
    if (left.kind === right.kind && left.negative !== right.negative) return decimalNaN();
    return decimalInfinity(left.kind === 'infinite' ? left.negative : right.negative);
  }
  const isZero = (parts: typeof left): boolean => parts.kind === 'finite' && parts.coefficient === 0n;
  return isZero(left) || isZero(right) ? decimalNaN() : decimalInfinity(left.negative !== right.negative);
};
