import { MongoError } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import { Int32, isNullish } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import { asSafeInteger, fitsInt64, int, isComputable, leastInt32, greatestInt32, toBigInt } from './numbers.js';
import { coerceToLong } from './coerce.js';
import type { Operator, Operators } from './operator.js';
import { ranged, refuseDecimal } from './operator.js';

type Rule = 'half to even' | 'towards zero';

const leastPlace = -20;
const greatestPlace = 100;
/** MongoDB rounds doubles by way of a Decimal128, which has so many digits. */
const decimalDigits = 34;

const toPlace = (rule: Rule): Operator =>
  ranged(1, 2, (operands, { name }) => {
    const [value, place] = operands;
    const takesPlace = operands.length === 2;
    if (isNullish(value) || (takesPlace && isNullish(place))) return null;
    refuseDecimal(value, name);
    if (!isComputable(value)) throw new MongoError(51081, `${name} only supports numeric types, not ${typeName(value)}`);
    const digits = takesPlace ? placeOf(place, name) : 0;
    return typeof value === 'number' ? roundDouble(value, digits, rule) : roundInteger(value, digits, rule, name);
  });

const placeOf = (place: Value | undefined, name: string): number => {
  coerceToLong(place);
  const digits = asSafeInteger(place);
  if (digits === undefined) throw new MongoError(51082, `${name} requires an integer 'place', but it was ${String(place)}`);
  if (digits < leastPlace || digits > greatestPlace) {
    throw new MongoError(51083, `cannot apply ${name} with precision value ${digits} value must be in [-20, 100]`);
  }
  return digits;
};

const roundInteger = (value: Int32 | bigint, place: number, rule: Rule, name: string): Int32 | bigint => {
  if (place >= 0) return value;
  const rounded = dropDigits(toBigInt(value), -place, rule) * 10n ** BigInt(-place);
  if (!fitsInt64(rounded)) throw new MongoError(51080, `invalid conversion from Decimal128 result in ${name}`);
  return value instanceof Int32 && rounded >= leastInt32 && rounded <= greatestInt32 ? int(Number(rounded)) : rounded;
};

const roundDouble = (value: number, place: number, rule: Rule): number => {
  if (!Number.isFinite(value) || value === 0) return value;
  if (place === 0) return rule === 'towards zero' ? Math.trunc(value) : roundHalfToEven(value);
  const { coefficient, exponent } = shortened(exactDecimal(Math.abs(value)));
  const surplus = -exponent - place;
  if (surplus <= 0) return value;
  const rounded = dropDigits(coefficient, surplus, rule);
  return Math.sign(value) * Number(`${rounded}e${-place}`);
};

const roundHalfToEven = (value: number): number => {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  const even = floor % 2 === 0 ? floor : floor + 1;
  return even === 0 && value < 0 ? -0 : even;
};

interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** The exact value of a positive double as a decimal number. */
const exactDecimal = (value: number): Decimal => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const power = (biased === 0 ? 1 : biased) - 1075;
  if (power >= 0) return { coefficient: mantissa << BigInt(power), exponent: 0 };
  return { coefficient: mantissa * 5n ** BigInt(-power), exponent: power };
};

const shortened = ({ coefficient, exponent }: Decimal): Decimal => {
  const surplus = coefficient.toString().length - decimalDigits;
  return surplus > 0
    ? { coefficient: dropDigits(coefficient, surplus, 'half to even'), exponent: exponent + surplus }
    : { coefficient, exponent };
};

/** Divides by a power of ten and rounds the quotient. */
const dropDigits = (value: bigint, digits: number, rule: Rule): bigint => {
  const unit = 10n ** BigInt(digits);
  const quotient = value / unit;
  if (rule === 'towards zero') return quotient;
  const rest = value % unit;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const goesUp = twice > unit || (twice === unit && quotient % 2n !== 0n);
  return goesUp ? quotient + (value < 0n ? -1n : 1n) : quotient;
};

export const roundingOperators: Operators = {
  $round: toPlace('half to even'),
  $trunc: toPlace('towards zero'),
};
