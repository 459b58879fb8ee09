import { MongoError } from '../../errors.js';
import { isNumeric } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import type { Accumulator, CompiledAccumulator } from '../accumulators/accumulator.js';
import { compileAccumulator } from '../accumulators/accumulators.js';
import { everything } from '../expressions/expression.js';
import type { EvaluationContext, Expression } from '../expressions/expression.js';
import { rootContext } from '../expressions/operator.js';
import type { Compilation } from '../expressions/operator.js';
import { MemoryUse, memoryOf } from '../memory.js';
import { valueKey } from '../value-key.js';
import type { Stage, StageCompiler, StageCompilers } from './stage.js';

export interface Field {
  readonly name: string;
  readonly accumulator: CompiledAccumulator;
}

interface Group {
  readonly id: Value;
  readonly accumulators: readonly Accumulator[];
}

const group: StageCompiler = (specification, surroundings) => {
  if (!(specification instanceof Map)) throw new MongoError(15947, "a group's fields must be specified in an object");
  const id = specification.get('_id');
  if (id === undefined) throw new MongoError(15955, 'a group specification must include an _id');
  const fields = new Map(specification);
  fields.delete('_id');
  const reads = new Set<string>();
  const compilation = surroundings.expressions(reads);
  return groupingStage(compileId(id, compilation), compileFields(fields, compilation), compilation, reads);
};

/** An object without operators as `_id` that has one field gives null in it for a missing value, one with more leaves such fields out. */
const compileId = (id: Value, compilation: Compilation): Expression => {
  const isObject = id instanceof Map && ![...id.keys()].some((key) => key.startsWith('$'));
  if (isObject && [...id.values()].some((value) => isNumeric(value) || typeof value === 'boolean')) {
    throw new MongoError(17390, '$group does not support inclusion-style expressions');
  }
  const expression = compilation.compile(id);
  if (!isObject || id.size !== 1) return { evaluate: (context) => expression.evaluate(context) ?? null };
  const [[name, value]] = [...id] as [[string, Value]];
  const only = compilation.compile(value);
  return { evaluate: (context) => new Map([[name, only.evaluate(context) ?? null]]) };
};

/** Compiles fields such as `{ total: { $sum: '$price' } }`, for `$group` and `$bucket`. */
export const compileFields = (fields: Document, compilation: Compilation): Field[] =>
  [...fields].map(([name, value]) => {
    if (!(value instanceof Map) || value.size === 0) throw new MongoError(40234, `The field '${name}' must be an accumulator object`);
    if (name.includes('.')) throw new MongoError(40235, `The field name '${name}' cannot contain '.'`);
    if (name.startsWith('$')) throw new MongoError(40236, `The field name '${name}' cannot be an operator name`);
    if (value.size > 1) throw new MongoError(40238, `The field '${name}' must specify one accumulator`);
    const [[operator, operand]] = [...value] as [[string, Value]];
    if (!operator.startsWith('$')) throw new MongoError(40234, `The field '${name}' must be an accumulator object`);
    if (Array.isArray(operand)) throw new MongoError(40237, `The ${operator} accumulator is a unary operator`);
    return { name, accumulator: compileAccumulator(operator, operand, compilation) };
  });

export const groupingStage = (id: Expression, fields: readonly Field[], compilation: Compilation, reads: ReadonlySet<string>): Stage => ({
  reads: reads.has(everything) ? undefined : reads,
  isExhaustive: true,
  *run(input, context) {
    const memory = new MemoryUse('$group', context.memoryLimitBytes);
    const groups = new Map<string, Group>();
    for (const document of input) {
      context.deadline.tick();
      const evaluation = rootContext(document, context);
      const value = id.evaluate(evaluation) ?? null;
      const key = valueKey(value, compilation.scope.collation);
      let found = groups.get(key);
      if (!found) {
        found = { id: value, accumulators: startGroup(value, fields, evaluation) };
        groups.set(key, found);
        memory.add(key.length + memoryOf(value) + 64 * (1 + fields.length));
      }
      for (let index = 0; index < fields.length; index += 1) {
        const argument = (fields[index] as Field).accumulator.argument.evaluate(evaluation);
        const grown = (found.accumulators[index] as Accumulator).add(argument, document);
        if (grown > 0) memory.add(grown);
      }
    }
    for (const each of groups.values()) {
      context.deadline.tick();
      yield groupDocument(each, fields);
    }
  },
});

const startGroup = (id: Value, fields: readonly Field[], context: EvaluationContext): Accumulator[] => {
  const root: Document = id instanceof Map ? id : new Map();
  return fields.map((field) => field.accumulator.start({ ...context, root, current: root }));
};

const groupDocument = (found: Group, fields: readonly Field[]): Document => {
  const document: Document = new Map([['_id', found.id]]);
  fields.forEach(({ name }, index) => document.set(name, (found.accumulators[index] as Accumulator).result()));
  return document;
};

export const groupStages: StageCompilers = { $group: group };
