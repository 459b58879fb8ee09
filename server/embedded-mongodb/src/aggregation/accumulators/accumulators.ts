import { fail, MongoError, notSupported } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import { isNumeric } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import { compileSort } from '../../query/sort.js';
import type { Sort } from '../../query/sort.js';
import type { EvaluationContext, Expression } from '../expressions/expression.js';
import { asSafeInteger } from '../expressions/numbers.js';
import { constantExpression } from '../expressions/operator.js';
import type { Compilation } from '../expressions/operator.js';
import type { Accumulator, AccumulatorCompiler, Accumulators, CompiledAccumulator } from './accumulator.js';
import { AddToSet, Extreme, First, Last, MergeObjects, Push } from './collecting.js';
import { Average, Count, StandardDeviation, Sum } from './numeric.js';
import { Bottom, ExtremeSeveral, FirstSeveral, LastSeveral, Top } from './several.js';

/** An accumulator of one expression. */
const simple =
  (start: (compilation: Compilation) => Accumulator): AccumulatorCompiler =>
  (operand, compilation) => ({ argument: compilation.compile(operand), start: () => start(compilation) });

const count: AccumulatorCompiler = (operand) => {
  if (!(operand instanceof Map) || operand.size > 0) fail('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
  return { argument: constantExpression(null), start: () => new Count() };
};

/** The checked value of an `n`. */
export const severalCount = (value: Value | undefined): number => {
  if (!isNumeric(value)) throw new MongoError(5787902, `Value for 'n' must be of integral type, but found ${typeName(value)}`);
  const number = asSafeInteger(value);
  if (number === undefined) throw new MongoError(5787903, `Value for 'n' must be of integral type, but found ${String(value)}`);
  if (number <= 0) throw new MongoError(5787908, `'n' must be greater than 0, found ${number}`);
  return number;
};

const countOf = (expression: Expression, context: EvaluationContext): number => {
  const count = asSafeInteger(expression.evaluate(context));
  if (count === undefined || count <= 0) throw new MongoError(7548606, "'n' must be a positive whole number");
  return count;
};

/** `{ input, n }` */
const several =
  (start: (count: number, compilation: Compilation) => Accumulator): AccumulatorCompiler =>
  (operand, compilation, name) => {
    if (!(operand instanceof Map)) throw new MongoError(5787900, `specification must be an object; found ${name} :${typeName(operand)}`);
    for (const key of operand.keys()) {
      if (key !== 'n' && key !== 'input') throw new MongoError(5787901, `Unknown argument for 'n' operator: ${key}`);
    }
    const n = operand.get('n');
    const input = operand.get('input');
    if (n === undefined) throw new MongoError(5787906, "Missing value for 'n'");
    if (input === undefined) throw new MongoError(5787907, "Missing value for 'input'");
    const compiledCount = compilation.compile(n);
    return {
      argument: compilation.compile(input),
      start: (context) => start(countOf(compiledCount, context), compilation),
    };
  };

/** `{ sortBy, output }`, with `n` unless only one is wanted. */
const ordered =
  (isSingle: boolean, start: (count: number, sort: Sort, isSingle: boolean) => Accumulator): AccumulatorCompiler =>
  (operand, compilation, name): CompiledAccumulator => {
    if (!(operand instanceof Map)) throw new MongoError(5788001, `specification must be an object; found ${name} :${typeName(operand)}`);
    for (const key of operand.keys()) {
      if (key === 'n' && isSingle) throw new MongoError(5788002, `Unknown argument to ${name} 'n'`);
      if (!['n', 'output', 'sortBy'].includes(key)) throw new MongoError(5788002, `Unknown argument to ${name} '${key}'`);
    }
    const n = operand.get('n');
    const output = operand.get('output');
    const sortBy = operand.get('sortBy');
    if (n === undefined && !isSingle) throw new MongoError(5788003, "Missing value for 'n'");
    if (output === undefined) throw new MongoError(5788004, "Missing value for 'output'");
    if (sortBy === undefined) throw new MongoError(5788005, "Missing value for 'sortBy'");
    if (!(sortBy instanceof Map)) throw new MongoError(5788604, `expected 'sortBy' to already be an object in the arguments to ${name}`);
    const sort = compileSort(sortBy, compilation.scope.collation);
    for (const { path } of sort.fields) compilation.scope.reads?.add(path.split('.')[0] as string);
    const compiledCount = n === undefined ? undefined : compilation.compile(n);
    return {
      argument: compilation.compile(output),
      start: (context) => start(compiledCount ? countOf(compiledCount, context) : 1, sort, isSingle),
    };
  };

const accumulators: Accumulators = {
  $sum: simple(() => new Sum()),
  $avg: simple(() => new Average()),
  $min: simple(({ scope }) => new Extreme(-1, scope.collation)),
  $max: simple(({ scope }) => new Extreme(1, scope.collation)),
  $first: simple(() => new First()),
  $last: simple(() => new Last()),
  $push: simple(() => new Push()),
  $addToSet: simple(({ scope }) => new AddToSet(scope.collation)),
  $mergeObjects: simple(() => new MergeObjects(5911200)),
  $stdDevPop: simple(() => new StandardDeviation(false)),
  $stdDevSamp: simple(() => new StandardDeviation(true)),
  $count: count,
  $firstN: several((n) => new FirstSeveral(n)),
  $lastN: several((n) => new LastSeveral(n)),
  $minN: several((n, { scope }) => new ExtremeSeveral(n, 1, scope.collation)),
  $maxN: several((n, { scope }) => new ExtremeSeveral(n, -1, scope.collation)),
  $top: ordered(true, (n, sort, isSingle) => new Top(n, sort, isSingle)),
  $topN: ordered(false, (n, sort, isSingle) => new Top(n, sort, isSingle)),
  $bottom: ordered(true, (n, sort, isSingle) => new Bottom(n, sort, isSingle)),
  $bottomN: ordered(false, (n, sort, isSingle) => new Bottom(n, sort, isSingle)),
};

const refused = new Set(['$accumulator', '$median', '$percentile']);

/** Compiles `{ $sum: ... }` and its like. Unknown accumulator: MongoError 15952. */
export const compileAccumulator = (name: string, operand: Value, compilation: Compilation): CompiledAccumulator => {
  const compile = Object.hasOwn(accumulators, name) ? accumulators[name] : undefined;
  if (compile) return compile(operand, compilation, name);
  if (refused.has(name)) return notSupported(`the accumulator ${name}`);
  throw new MongoError(15952, `unknown group operator '${name}'`);
};
