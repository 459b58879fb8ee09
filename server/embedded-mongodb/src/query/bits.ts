import { binaryBytes } from '../bson/binary-bytes.js';
import { displayValue } from '../bson/display.js';
import { fail } from '../errors.js';
import { Binary, isNumeric } from '../bson/values.js';
import { exactInteger } from './integer-arguments.js';
import type { Value } from '../bson/values.js';
import type { BitsOperator } from './predicates.js';

export type BitsMask = bigint | Binary | readonly number[];

const greatestPosition = 2n ** 31n - 1n;

/** The argument of a bitwise condition: a number, binary data or a list of bit positions. */
export const bitsMask = (operator: BitsOperator, argument: Value): BitsMask => {
  if (argument instanceof Binary) return argument;
  if (Array.isArray(argument)) return argument.map(bitPosition);
  if (!isNumeric(argument))
    return fail('BadValue', `${operator} takes an Array, a number, or a BinData but received: ${operator}: ${displayValue(argument)}`);
  const mask = exactInteger(argument);
  if (mask === undefined) return fail('FailedToParse', `Expected an integer: ${operator}: ${displayValue(argument)}`);
  if (mask < 0n) return fail('FailedToParse', `Expected a non-negative number in: ${operator}: ${displayValue(argument)}`);
  return mask;
};

const bitPosition = (value: Value, index: number): number => {
  const shown = `${index}: ${displayValue(value)}`;
  const position = exactInteger(value);
  if (position === undefined) return fail('BadValue', `bit positions must be an integer but got: ${shown}`);
  if (position > greatestPosition) return fail('BadValue', `bit positions cannot be represented as a 32-bit signed integer: ${shown}`);
  if (position < 0n) return fail('BadValue', `bit positions must be >= 0 but got: ${shown}`);
  return Number(position);
};

/** The places of the bits that are set in the mask. */
const positionsOf = (mask: BitsMask): readonly number[] => {
  if (typeof mask === 'bigint')
    return Array.from({ length: 64 }, (_, position) => position).filter((position) => (mask >> BigInt(position)) & 1n);
  if (!(mask instanceof Binary)) return mask;
  return [...binaryBytes(mask)].flatMap((byte, index) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (1 << bit)).map((bit) => index * 8 + bit),
  );
};

/** Tests whole numbers, whose sign goes on to the left, and binary data, which goes on with zeros. */
export const bitsTest = (operator: BitsOperator, mask: BitsMask): ((value: Value | undefined) => boolean) => {
  const positions = positionsOf(mask);
  const wanted = operator === '$bitsAllSet' || operator === '$bitsAnySet';
  const all = operator === '$bitsAllSet' || operator === '$bitsAllClear';
  return (value) => {
    const isSet = bitReader(value);
    if (isSet === undefined) return false;
    return all ? positions.every((position) => isSet(position) === wanted) : positions.some((position) => isSet(position) === wanted);
  };
};

const bitReader = (value: Value | undefined): ((position: number) => boolean) | undefined => {
  if (value instanceof Binary) {
    const bytes = binaryBytes(value);
    return (position) => (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) === 1;
  }
  if (!isNumeric(value)) return undefined;
  const integer = exactInteger(value);
  return integer === undefined ? undefined : (position) => ((integer >> BigInt(Math.min(position, 63))) & 1n) === 1n;
};
