import { MongoError } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import { isNullish } from '../../bson/values.js';
import { numericUnary } from './arithmetic.js';
import { isComputable, toDouble } from './numbers.js';
import type { Operator, Operators } from './operator.js';
import { binary, refuseDecimal } from './operator.js';

const unbounded = (compute: (value: number) => number): Operator => numericUnary((value) => compute(toDouble(value)));

/** An operator of a number between two bounds, both allowed; NaN stays NaN. */
const bounded = (least: number, most: number, compute: (value: number) => number): Operator =>
  numericUnary((value, name) => {
    const number = toDouble(value);
    if (number < least || number > most) {
      throw new MongoError(50989, `cannot apply ${name} to ${number}, value must be in [${least},${most}]`);
    }
    return compute(number);
  });

/** As `bounded`, for functions that are not defined at infinity. */
const finite = (compute: (value: number) => number): Operator =>
  numericUnary((value, name) => {
    const number = toDouble(value);
    if (Math.abs(number) === Infinity) throw new MongoError(50989, `cannot apply ${name} to ${number}, value must be in (-inf,inf)`);
    return compute(number);
  });

const angleOfTwo = binary((y, x, { name }) => {
  if (isNullish(y) || isNullish(x)) return null;
  refuseDecimal(y, name);
  refuseDecimal(x, name);
  if (!isComputable(y)) throw new MongoError(51044, `$atan2 only supports numeric types, not ${typeName(y)} and ${typeName(x)}`);
  if (!isComputable(x)) throw new MongoError(51045, `$atan2 only supports numeric types, not ${typeName(y)} and ${typeName(x)}`);
  return Math.atan2(toDouble(y), toDouble(x));
});

export const trigonometryOperators: Operators = {
  $sin: finite(Math.sin),
  $cos: finite(Math.cos),
  $tan: finite(Math.tan),
  $asin: bounded(-1, 1, Math.asin),
  $acos: bounded(-1, 1, Math.acos),
  $atan: unbounded(Math.atan),
  $atan2: angleOfTwo,
  $sinh: unbounded(Math.sinh),
  $cosh: unbounded(Math.cosh),
  $tanh: unbounded(Math.tanh),
  $asinh: unbounded(Math.asinh),
  $acosh: bounded(1, Infinity, Math.acosh),
  $atanh: bounded(-1, 1, Math.atanh),
  $degreesToRadians: unbounded((value) => value * (Math.PI / 180)),
  $radiansToDegrees: unbounded((value) => value * (180 / Math.PI)),
};
