import type { Accumulator } from '../accumulators/accumulator.js';
import { Extreme } from '../accumulators/collecting.js';
import { Average, StandardDeviation, Sum } from '../accumulators/numeric.js';
import type { Value } from '../../bson/values.js';
import type { Collation } from '../../query/collation.js';
import type { Operator, Operators } from './operator.js';
import { folded, operandList } from './operator.js';

const noDocument = new Map<string, Value>();

/** An accumulator over its operands; a single operand that is an array stands for its elements. */
const over =
  (start: (collation: Collation | undefined) => Accumulator): Operator =>
  (operand, compilation) => {
    const operands = operandList(operand).map((value) => compilation.compile(value));
    return folded(operands, (context) => {
      const accumulator = start(compilation.scope.collation);
      const values = operands.map((each) => each.evaluate(context));
      const [only] = values;
      for (const value of values.length === 1 && Array.isArray(only) ? only : values) accumulator.add(value, noDocument);
      return accumulator.result();
    });
  };

/** Accumulators used as expressions. */
export const accumulatedOperators: Operators = {
  $sum: over(() => new Sum()),
  $avg: over(() => new Average()),
  $min: over((collation) => new Extreme(-1, collation)),
  $max: over((collation) => new Extreme(1, collation)),
  $stdDevPop: over(() => new StandardDeviation(false)),
  $stdDevSamp: over(() => new StandardDeviation(true)),
};
