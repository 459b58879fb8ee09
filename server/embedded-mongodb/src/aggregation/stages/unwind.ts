import { MongoError } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import { isNullish } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { parsePath } from '../expressions/field-path.js';
import { nestedValue, withNestedValue } from '../nested-value.js';
import type { StageCompiler, StageCompilers } from './stage.js';

interface Unwind {
  readonly steps: readonly string[];
  readonly indexSteps: readonly string[] | undefined;
  readonly keepsEmpty: boolean;
}

const unwind: StageCompiler = (specification) => {
  const options = unwindOptions(specification);
  return {
    reads: new Set([options.steps[0] as string, ...(options.indexSteps ?? []).slice(0, 1)]),
    *run(input, context) {
      for (const document of input) {
        context.deadline.tick();
        yield* unwound(document, options);
      }
    },
  };
};

function* unwound(document: Document, { steps, indexSteps, keepsEmpty }: Unwind): Generator<Document> {
  const value = nestedValue(document, steps);
  const withIndex = (result: Document, index: bigint | null): Document =>
    indexSteps ? withNestedValue(result, indexSteps, index) : result;
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) yield withIndex(withNestedValue(document, steps, element), BigInt(index));
    if (value.length === 0 && keepsEmpty) yield withIndex(withNestedValue(document, steps, undefined), null);
  } else if (!isNullish(value)) yield withIndex(document, null);
  else if (keepsEmpty) yield withIndex(document, null);
}

const unwindOptions = (specification: Value): Unwind => {
  if (!(specification instanceof Map)) {
    if (typeof specification !== 'string') {
      throw new MongoError(
        15981,
        `expected either a string or an object as specification for $unwind stage, got ${typeName(specification)}`,
      );
    }
    return { steps: pathSteps(specification), indexSteps: undefined, keepsEmpty: false };
  }
  let path: string | undefined;
  let keepsEmpty = false;
  let indexSteps: string[] | undefined;
  for (const [name, value] of specification) {
    switch (name) {
      case 'path':
        if (typeof value !== 'string')
          throw new MongoError(28808, `expected a string as the path for $unwind stage, got ${typeName(value)}`);
        path = value;
        break;
      case 'preserveNullAndEmptyArrays':
        if (typeof value !== 'boolean')
          throw new MongoError(
            28809,
            `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(value)}`,
          );
        keepsEmpty = value;
        break;
      case 'includeArrayIndex':
        indexSteps = indexPath(value);
        break;
      default:
        throw new MongoError(28811, `unrecognized option to $unwind stage: ${name}`);
    }
  }
  if (path === undefined) throw new MongoError(28812, 'no path specified to $unwind stage');
  return { steps: pathSteps(path), indexSteps, keepsEmpty };
};

const pathSteps = (path: string): string[] => {
  if (path === '') throw new MongoError(28812, 'no path specified to $unwind stage');
  if (!path.startsWith('$')) throw new MongoError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  return parsePath(path.slice(1));
};

const indexPath = (value: Value): string[] => {
  if (typeof value !== 'string' || value === '') {
    throw new MongoError(28810, `expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${typeName(value)}`);
  }
  if (value.startsWith('$'))
    throw new MongoError(28822, `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${value}`);
  return parsePath(value);
};

export const unwindStages: StageCompilers = { $unwind: unwind };
