import { fail, MongoError, notSupported } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import { BSONRegExp, isNumeric } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { bindFilter } from '../bind-filter.js';
import { everything } from '../expressions/expression.js';
import type { Expression } from '../expressions/expression.js';
import { parsePath } from '../expressions/field-path.js';
import { asSafeInteger } from '../expressions/numbers.js';
import { rootContext } from '../expressions/operator.js';
import { MemoryUse, memoryOf } from '../memory.js';
import { valuesToJoin, withNestedValue } from '../nested-value.js';
import type { PipelineContext } from '../pipeline.js';
import { valueKey } from '../value-key.js';
import { checkFilter } from './match.js';
import type { StageCompiler, StageCompilers, Surroundings } from './stage.js';

interface GraphLookup {
  readonly from: string;
  readonly startWith: Expression;
  readonly connectFrom: readonly string[];
  readonly connectTo: string;
  readonly as: readonly string[];
  readonly maxDepth: number;
  readonly depthField: readonly string[] | undefined;
  readonly restriction: Document | undefined;
}

const graphLookup: StageCompiler = (specification, surroundings) => {
  const reads = new Set<string>();
  const parts = readParts(specification, surroundings, reads);
  surroundings.collections.add(parts.from);
  reads.add(parts.as[0] as string);
  return {
    reads: reads.has(everything) ? undefined : reads,
    *run(input, context) {
      for (const document of input) {
        context.deadline.tick();
        yield withNestedValue(document, parts.as, reachable(document, parts, surroundings, context));
      }
    },
  };
};

/** Every document that can be reached, level by level. */
const reachable = (document: Document, parts: GraphLookup, surroundings: Surroundings, context: PipelineContext): Document[] => {
  const { collation } = surroundings.options;
  const memory = new MemoryUse('$graphLookup', context.memoryLimitBytes);
  const restriction = parts.restriction && bindFilter(parts.restriction, context, collation);
  const found = new Map<string, Document>();
  const asked = new Set<string>();
  const start = parts.startWith.evaluate(rootContext(document, context));
  let frontier: Value[] = Array.isArray(start) ? start : start === undefined ? [] : [start];
  for (let depth = 0; frontier.length > 0 && depth <= parts.maxDepth; depth += 1) {
    const values = frontier.filter((value) => !asked.has(valueKey(value, collation)));
    for (const value of values) asked.add(valueKey(value, collation));
    frontier = [];
    if (values.length === 0) break;
    for (const next of context.source.find(parts.from, { filter: connectFilter(parts.connectTo, values, restriction) })) {
      context.deadline.tick();
      const id = valueKey(next.get('_id'), undefined);
      if (found.has(id)) continue;
      memory.add(memoryOf(next));
      found.set(id, parts.depthField ? withNestedValue(next, parts.depthField, BigInt(depth)) : next);
      for (const value of valuesToJoin(next, parts.connectFrom)) frontier.push(value);
    }
  }
  return [...found.values()];
};

const connectFilter = (connectTo: string, values: readonly Value[], restriction: Document | undefined): Document => {
  const condition: Document = values.some((value) => value instanceof BSONRegExp)
    ? new Map([['$or', values.map((value) => new Map([[connectTo, new Map([['$eq', value]])]]))]])
    : new Map([[connectTo, new Map([['$in', [...values]]])]]);
  return restriction ? new Map([['$and', [restriction, condition]]]) : condition;
};

const names = ['from', 'as', 'startWith', 'connectFromField', 'connectToField', 'maxDepth', 'depthField', 'restrictSearchWithMatch'];

const readParts = (specification: Value, surroundings: Surroundings, reads: Set<string>): GraphLookup => {
  if (!(specification instanceof Map))
    return fail('FailedToParse', `the $graphLookup stage specification must be an object, but found ${typeName(specification)}`);
  for (const name of specification.keys())
    if (!names.includes(name)) throw new MongoError(40104, `Unknown argument to $graphLookup: ${name}`);
  for (const name of ['from', 'as', 'startWith', 'connectFromField', 'connectToField']) {
    if (!specification.has(name)) throw new MongoError(40105, `$graphLookup requires '${name}' to be specified`);
  }
  if (specification.get('from') instanceof Map) return notSupported('$graphLookup from another database');
  const text = (name: string): string => {
    const value = specification.get(name);
    if (typeof value !== 'string')
      throw new MongoError(name === 'from' ? 9 : 40103, `expected string as argument for ${name}, found: ${typeName(value)}`);
    return value;
  };
  const restriction = specification.get('restrictSearchWithMatch');
  if (restriction !== undefined && !(restriction instanceof Map)) {
    throw new MongoError(40185, `restrictSearchWithMatch must be an object, found ${typeName(restriction)}`);
  }
  return {
    from: text('from'),
    as: fieldSteps(text('as')),
    connectFrom: fieldSteps(text('connectFromField')),
    connectTo: fieldSteps(text('connectToField')).join('.'),
    startWith: surroundings.expressions(reads).compile(specification.get('startWith') as Value),
    depthField: specification.has('depthField') ? fieldSteps(text('depthField')) : undefined,
    maxDepth: maxDepthOf(specification.get('maxDepth')),
    restriction: restriction && checkFilter(restriction, surroundings),
  };
};

const fieldSteps = (path: string): string[] => {
  if (path.startsWith('$'))
    throw new MongoError(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
  return parsePath(path);
};

const maxDepthOf = (value: Value | undefined): number => {
  if (value === undefined) return Infinity;
  if (!isNumeric(value)) throw new MongoError(40100, `maxDepth must be numeric, found type: ${typeName(value)}`);
  const depth = asSafeInteger(value);
  if (depth === undefined) throw new MongoError(40102, `maxDepth could not be represented as a long long: ${String(value)}`);
  if (depth < 0) throw new MongoError(40101, `maxDepth requires a nonnegative argument, found: ${depth}`);
  return depth;
};

export const graphLookupStages: StageCompilers = { $graphLookup: graphLookup };
