import { decimalParts } from '../../bson/decimal.js';
import { Decimal128, Int32 } from '../../bson/values.js';
import type { Numeric } from '../../bson/values.js';

interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** A number as MongoDB reads it for `multipleOf`: as a decimal one, doubles by their first 15 digits. `undefined` for what is not finite. */
const asDecimal = (value: Numeric): Decimal | undefined => {
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0 };
  if (value instanceof Int32) return { coefficient: BigInt(value.value), exponent: 0 };
  if (value instanceof Decimal128) {
    const { kind, negative, coefficient, exponent } = decimalParts(value);
    return kind === 'finite' ? { coefficient: negative ? -coefficient : coefficient, exponent } : undefined;
  }
  if (!Number.isFinite(value)) return undefined;
  const [digits = '0', power = '0'] = value.toExponential(14).split('e');
  return { coefficient: BigInt(digits.replace('.', '')), exponent: Number(power) - 14 };
};

export const isPositive = (value: Numeric): boolean => {
  const decimal = asDecimal(value);
  return decimal !== undefined && decimal.coefficient > 0n;
};

export const isMultiple = (value: Numeric, divisor: Numeric): boolean => {
  const [a, b] = [asDecimal(value), asDecimal(divisor)];
  if (!a || !b) return false;
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = ({ coefficient, exponent: own }: Decimal): bigint => coefficient * 10n ** BigInt(own - exponent);
  return scaled(a) % scaled(b) === 0n;
};
