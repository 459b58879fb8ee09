import { typeName } from '../../src/bson/types.js';
import { Decimal128, Int32 } from '../../src/bson/values.js';
import type {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Code,
  CodeWithScope,
  DbPointer,
  Document,
  Numeric,
  ObjectId,
  Timestamp,
  Value,
} from '../../src/bson/values.js';

/** A slow order of BSON values, written from the manual's list of types: exact fractions for numbers, UTF-8 bytes for text. */
export const slowCompare = (a: Value, b: Value): number => {
  const byType = Math.sign(bracketOf(a) - bracketOf(b));
  return byType !== 0 ? byType : slowCompareSameType(a, b);
};

const brackets = [
  ['minKey'],
  ['undefined', 'missing'],
  ['null'],
  ['double', 'int', 'long', 'decimal'],
  ['string', 'symbol'],
  ['object'],
  ['array'],
  ['binData'],
  ['objectId'],
  ['bool'],
  ['date'],
  ['timestamp'],
  ['regex'],
  ['dbPointer'],
  ['javascript'],
  ['javascriptWithScope'],
  ['maxKey'],
];

const bracketOf = (value: Value): number => brackets.findIndex((names) => names.includes(typeName(value)));

const slowCompareSameType = (a: Value, b: Value): number => {
  switch (brackets[bracketOf(a)]?.[0]) {
    case 'double':
      return slowCompareNumbers(a as Numeric, b as Numeric);
    case 'string':
      return bytesOrder(textOf(a), textOf(b));
    case 'object':
      return listOrder(
        [...(a as Document)],
        [...(b as Document)],
        ([name, value], [otherName, otherValue]) =>
          Math.sign(bracketOf(value) - bracketOf(otherValue)) || bytesOrder(name, otherName) || slowCompare(value, otherValue),
      );
    case 'array':
      return listOrder(a as Value[], b as Value[], slowCompare);
    case 'binData':
      return (
        Math.sign(storedLength(a as Binary) - storedLength(b as Binary)) ||
        Math.sign((a as Binary).sub_type - (b as Binary).sub_type) ||
        Buffer.compare((a as Binary).value(), (b as Binary).value())
      );
    case 'objectId':
      return bytesOrder((a as ObjectId).toHexString(), (b as ObjectId).toHexString());
    case 'bool':
      return a === b ? 0 : a === false ? -1 : 1;
    case 'date':
      return Math.sign((a as Date).getTime() - (b as Date).getTime());
    case 'timestamp':
      return Math.sign((a as Timestamp).t - (b as Timestamp).t) || Math.sign((a as Timestamp).i - (b as Timestamp).i);
    case 'regex':
      return (
        bytesOrder((a as BSONRegExp).pattern, (b as BSONRegExp).pattern) || bytesOrder((a as BSONRegExp).options, (b as BSONRegExp).options)
      );
    case 'dbPointer':
      return (
        Math.sign(Buffer.byteLength((a as DbPointer).namespace) - Buffer.byteLength((b as DbPointer).namespace)) ||
        bytesOrder((a as DbPointer).namespace, (b as DbPointer).namespace) ||
        slowCompare((a as DbPointer).id, (b as DbPointer).id)
      );
    case 'javascript':
      return bytesOrder((a as Code).code, (b as Code).code);
    case 'javascriptWithScope':
      return (
        bytesOrder((a as CodeWithScope).code, (b as CodeWithScope).code) ||
        slowCompare((a as CodeWithScope).scope, (b as CodeWithScope).scope)
      );
    default:
      return 0;
  }
};

/** Subtype 2 stores its length once more. */
const storedLength = (binary: Binary): number => binary.length() + (binary.sub_type === 2 ? 4 : 0);

const textOf = (value: Value): string => (typeof value === 'string' ? value : (value as BSONSymbol).value);

const bytesOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const listOrder = <T>(a: readonly T[], b: readonly T[], order: (left: T, right: T) => number): number => {
  for (const [index, left] of a.entries()) {
    if (index >= b.length) return 1;
    const found = order(left, b[index] as T);
    if (found !== 0) return found;
  }
  return Math.sign(a.length - b.length);
};

const slowCompareNumbers = (a: Numeric, b: Numeric): number => {
  const left = special(a);
  const right = special(b);
  if (left !== right) return Math.sign(left - right);
  if (left !== 0) return 0;
  const [numerator, denominator] = fraction(a);
  const [otherNumerator, otherDenominator] = fraction(b);
  const cross = numerator * otherDenominator - otherNumerator * denominator;
  return cross < 0n ? -1 : cross > 0n ? 1 : 0;
};

/** NaN -2, minus infinity -1, finite 0, infinity 1. */
const special = (value: Numeric): number => {
  const text = value.toString();
  return text === 'NaN' ? -2 : text === '-Infinity' ? -1 : text === 'Infinity' ? 1 : 0;
};

const fraction = (value: Numeric): [bigint, bigint] => {
  if (typeof value === 'bigint') return [value, 1n];
  if (value instanceof Int32) return [BigInt(value.value), 1n];
  if (value instanceof Decimal128) {
    const [, sign = '', whole = '', part = '', exponent = '0'] = /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/.exec(value.toString()) ?? [];
    const power = Number(exponent) - part.length;
    const digits = BigInt(`${sign}${whole}${part}`);
    return power >= 0 ? [digits * 10n ** BigInt(power), 1n] : [digits, 10n ** BigInt(-power)];
  }
  let numerator = value;
  let denominator = 1n;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return [BigInt(numerator), denominator];
};
