import { fail, MongoError } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import { Int32, isNullish } from '../../bson/values.js';
import type { Operator, Operators } from './operator.js';
import { unary, variadic } from './operator.js';
import { int, isInteger, toBigInt } from './numbers.js';

/** Combines whole numbers bit by bit, in 32 bits until a 64-bit number takes part. */
const combining = (start: number, combine: (left: bigint, right: bigint) => bigint): Operator =>
  variadic((operands, { name }) => {
    let result = BigInt(start);
    let isLong = false;
    let isNull = false;
    for (const value of operands) {
      if (isNullish(value)) isNull = true;
      else if (!isInteger(value)) fail('TypeMismatch', `${name} only supports int and long operands, not ${typeName(value)}`);
      else {
        isLong ||= typeof value === 'bigint';
        result = combine(result, toBigInt(value));
      }
    }
    if (isNull) return null;
    return isLong ? BigInt.asIntN(64, result) : int(Number(BigInt.asIntN(32, result)));
  });

const complement = unary((value) => {
  if (isNullish(value)) return null;
  if (value instanceof Int32) return int(~value.value);
  if (typeof value === 'bigint') return ~value;
  throw new MongoError(28765, `$bitNot only supports int and long, not: ${typeName(value)}.`);
});

export const bitwiseOperators: Operators = {
  $bitAnd: combining(-1, (left, right) => left & right),
  $bitOr: combining(0, (left, right) => left | right),
  $bitXor: combining(0, (left, right) => left ^ right),
  $bitNot: complement,
};
