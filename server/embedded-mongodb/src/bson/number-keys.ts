import { compareMagnitudes, decimalParts } from './decimal.js';
import { Decimal128, Int32 } from './values.js';
import type { ByteWriter } from './ByteWriter.js';
import type { Numeric } from './values.js';

/**
 * A number's key: one byte for its class, then for finite numbers other than zero the magnitude.
 * The magnitude is the double next to it towards zero; an integer or decimal that lies between two doubles
 * adds its own digits, so that all number types mix in exact order. Negative magnitudes are inverted.
 */
const classes = {
  nan: 0x20,
  minusInfinity: 0x21,
  /** Decimals beyond the greatest double. */
  minusHuge: 0x22,
  minus: 0x23,
  /** Decimals closer to zero than the least double. */
  minusTiny: 0x24,
  zero: 0x25,
  plusTiny: 0x26,
  plus: 0x27,
  plusHuge: 0x28,
  plusInfinity: 0x29,
} as const;

export const numberClassRange = { lowest: classes.nan, highest: classes.plusInfinity } as const;

const exactDouble = 0;
const ownDigitsFollow = 1;

export const writeNumberKey = (writer: ByteWriter, value: Numeric): void => {
  if (typeof value === 'number') writeDoubleKey(writer, value);
  else if (value instanceof Int32) writeDoubleKey(writer, value.value);
  else if (value instanceof Decimal128) writeDecimalKey(writer, value);
  else writeLongKey(writer, value);
};

const writeDoubleKey = (writer: ByteWriter, value: number): void => {
  if (value === 0) writer.byte(classes.zero);
  else if (Number.isNaN(value)) writer.byte(classes.nan);
  else if (value === Infinity) writer.byte(classes.plusInfinity);
  else if (value === -Infinity) writer.byte(classes.minusInfinity);
  else if (value > 0) {
    writer.byte(classes.plus);
    writer.doubleBigEndian(value);
    writer.byte(exactDouble);
  } else {
    writer.byte(classes.minus);
    const start = writer.length;
    writer.doubleBigEndian(-value);
    writer.byte(exactDouble);
    writer.invertFrom(start);
  }
};

const writeLongKey = (writer: ByteWriter, value: bigint): void => {
  const nearest = Number(value);
  if (Number.isSafeInteger(nearest)) {
    writeDoubleKey(writer, nearest);
    return;
  }
  const magnitude = value < 0n ? -value : value;
  const below = BigInt(Math.abs(nearest)) > magnitude ? nextTowardsZero(Math.abs(nearest)) : Math.abs(nearest);
  writeMagnitude(writer, value < 0n, below, BigInt(below) === magnitude, magnitude, 0);
};

const writeDecimalKey = (writer: ByteWriter, value: Decimal128): void => {
  const { kind, negative, coefficient, exponent } = decimalParts(value);
  if (kind === 'nan') writer.byte(classes.nan);
  else if (kind === 'infinite') writer.byte(negative ? classes.minusInfinity : classes.plusInfinity);
  else if (coefficient === 0n) writer.byte(classes.zero);
  else if (compareMagnitudes(coefficient, exponent, Number.MAX_VALUE) > 0)
    writeOutsideDoubles(writer, negative ? classes.minusHuge : classes.plusHuge, coefficient, exponent);
  else if (compareMagnitudes(coefficient, exponent, Number.MIN_VALUE) < 0)
    writeOutsideDoubles(writer, negative ? classes.minusTiny : classes.plusTiny, coefficient, exponent);
  else {
    const nearest = Number(`${coefficient}e${exponent}`);
    const order = compareMagnitudes(coefficient, exponent, nearest);
    writeMagnitude(writer, negative, order < 0 ? nextTowardsZero(nearest) : nearest, order === 0, coefficient, exponent);
  }
};

const writeMagnitude = (
  writer: ByteWriter,
  negative: boolean,
  below: number,
  isExact: boolean,
  coefficient: bigint,
  exponent: number,
): void => {
  writer.byte(negative ? classes.minus : classes.plus);
  const start = writer.length;
  writer.doubleBigEndian(below);
  writer.byte(isExact ? exactDouble : ownDigitsFollow);
  if (!isExact) writeDigits(writer, coefficient, exponent);
  if (negative) writer.invertFrom(start);
};

const writeOutsideDoubles = (writer: ByteWriter, byte: number, coefficient: bigint, exponent: number): void => {
  writer.byte(byte);
  const start = writer.length;
  writeDigits(writer, coefficient, exponent);
  if (byte < classes.zero) writer.invertFrom(start);
};

/** Scientific notation: the place of the first digit, then the digits two by two, then 0. */
const writeDigits = (writer: ByteWriter, coefficient: bigint, exponent: number): void => {
  const digits = coefficient.toString();
  writer.uint16BigEndian(digits.length + exponent + 0x8000);
  const significant = digits.replace(/0+$/, '');
  for (let index = 0; index < significant.length; index += 2) writer.byte(Number(significant.slice(index, index + 2).padEnd(2, '0')) + 1);
  writer.byte(0);
};

const bits = new DataView(new ArrayBuffer(8));

const nextTowardsZero = (positiveDouble: number): number => {
  bits.setFloat64(0, positiveDouble);
  bits.setBigUint64(0, bits.getBigUint64(0) - 1n);
  return bits.getFloat64(0);
};
