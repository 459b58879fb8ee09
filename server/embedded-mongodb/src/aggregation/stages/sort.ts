import { MongoError } from '../../errors.js';
import type { Document, Value } from '../../bson/values.js';
import { compileSort } from '../../query/sort.js';
import type { Sort, SortKey } from '../../query/sort.js';
import { MemoryUse, memoryOf } from '../memory.js';
import type { PipelineContext } from '../pipeline.js';
import type { StageCompiler, StageCompilers } from './stage.js';

export const checkSort = (specification: Value): Document => {
  if (!(specification instanceof Map)) throw new MongoError(15973, 'the $sort key specification must be an object');
  if (specification.size === 0) throw new MongoError(15976, '$sort stage must have at least one sort key');
  if (specification.size > 32) throw new MongoError(13103, 'too many compound keys');
  return specification;
};

interface Entry {
  readonly key: SortKey;
  readonly document: Document;
  readonly bytes: number;
}

/** Sorts stably; with a limit it holds not many more documents than it gives. */
export function* sortDocuments(
  input: Iterable<Document>,
  sort: Sort,
  limit: number | undefined,
  context: PipelineContext,
): Generator<Document> {
  const memory = new MemoryUse('$sort', context.memoryLimitBytes);
  const most = limit === undefined ? Infinity : 2 * limit + 100;
  let entries: Entry[] = [];
  for (const document of input) {
    context.deadline.tick();
    const bytes = memoryOf(document);
    memory.add(bytes);
    entries.push({ key: sort.key(document), document, bytes });
    if (entries.length >= most) {
      entries = sorted(entries, sort, context).slice(0, limit);
      memory.set(entries.reduce((sum, entry) => sum + entry.bytes, 0));
    }
  }
  entries = sorted(entries, sort, context);
  for (const { document } of limit === undefined ? entries : entries.slice(0, limit)) yield document;
}

const sorted = (entries: Entry[], sort: Sort, context: PipelineContext): Entry[] =>
  entries.sort((a, b) => {
    context.deadline.tick();
    return sort.compareKeys(a.key, b.key);
  });

const sortStage: StageCompiler = (specification, surroundings) => {
  const sort = compileSort(checkSort(specification), surroundings.options.collation);
  if (sort.natural) throw new MongoError(15975, '$natural sort cannot be used in the $sort stage');
  const limit = surroundings.limitAfter;
  return {
    reads: new Set(sort.fields.map((field) => field.path.split('.')[0] as string)),
    run: (input, context) => sortDocuments(input, sort, limit, context),
  };
};

export const sortStages: StageCompilers = { $sort: sortStage };
