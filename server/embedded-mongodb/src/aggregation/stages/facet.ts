import { MongoError } from '../../errors.js';
import { encodedSize } from '../../bson/encode.js';
import type { Document, Value } from '../../bson/values.js';
import { checkFieldName } from '../expressions/field-path.js';
import { MemoryUse, memoryOf } from '../memory.js';
import type { Pipeline } from '../pipeline.js';
import type { StageCompiler, StageCompilers } from './stage.js';
import { documentSizeLimit, tooLarge } from './document-size.js';

/** The fields that all pipelines together read; `undefined` for all. */
const readsOf = (pipelines: readonly Pipeline[]): ReadonlySet<string> | undefined => {
  const reads = new Set<string>();
  for (const { neededFields } of pipelines) {
    if (!neededFields) return undefined;
    for (const name of neededFields) reads.add(name);
  }
  return reads;
};

const facet: StageCompiler = (specification, surroundings) => {
  if (!(specification instanceof Map) || specification.size === 0) {
    throw new MongoError(40169, 'the $facet specification must be a non-empty object');
  }
  const facets = [...specification].map(([name, stages]) => {
    if (!Array.isArray(stages)) throw new MongoError(40170, `arguments to $facet must be arrays, ${name} is not`);
    for (const stage of stages) {
      if (!(stage instanceof Map))
        throw new MongoError(40171, `elements of arrays in $facet spec must be non-empty objects, ${name} argument has another`);
    }
    checkFieldName(name);
    return {
      name,
      pipeline: surroundings.compileNested(stages, 'facet', { collection: surroundings.options.collection, keepLeading: true }),
    };
  });
  return {
    reads: readsOf(facets.map(({ pipeline }) => pipeline)),
    isExhaustive: true,
    *run(input, context) {
      const memory = new MemoryUse('$facet', context.memoryLimitBytes);
      const documents: Document[] = [];
      for (const document of input) {
        context.deadline.tick();
        memory.add(memoryOf(document));
        documents.push(document);
      }
      const result: Document = new Map();
      for (const { name, pipeline } of facets) result.set(name, [...pipeline.run(documents, context)] as Value[]);
      if (memory.bytes > documentSizeLimit / 4 && encodedSize(result) > documentSizeLimit) tooLarge(encodedSize(result));
      yield result;
    },
  };
};

export const facetStages: StageCompilers = { $facet: facet };
