import { MongoError, notSupported } from '../../errors.js';
import { isNumeric } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { asInt64 } from '../expressions/numbers.js';
import { rootContext } from '../expressions/operator.js';
import type { StageCompiler, StageCompilers } from './stage.js';

const documents: StageCompiler = (specification, surroundings) => {
  const expression = surroundings.expressions().compile(specification);
  return {
    *run(_input, context) {
      const made = expression.evaluate(rootContext(new Map(), context));
      if (!Array.isArray(made)) throw new MongoError(5858203, 'an array is expected for $documents');
      for (const document of made) {
        if (!(document instanceof Map)) throw new MongoError(40228, 'the elements of $documents must be objects');
        yield document;
      }
    },
  };
};

const sampleSize = (specification: Value): number => {
  if (!(specification instanceof Map)) throw new MongoError(28745, 'the $sample stage specification must be an object');
  for (const [key, value] of specification) {
    if (key !== 'size') throw new MongoError(28748, `unrecognized option to $sample: ${key}`);
    if (!isNumeric(value)) throw new MongoError(28746, 'size argument to $sample must be a number');
  }
  const size = specification.get('size');
  if (size === undefined) throw new MongoError(28749, '$sample stage must specify a size');
  const number = typeof size === 'number' ? Math.trunc(size) : Number(asInt64(size) ?? notSupported('this size of $sample'));
  if (!(number > 0)) throw new MongoError(28747, 'size argument to $sample must be a positive integer');
  return number;
};

const sample: StageCompiler = (specification) => {
  const size = sampleSize(specification);
  return {
    reads: new Set(),
    *run(input, context) {
      const chosen: Document[] = [];
      let seen = 0;
      for (const document of input) {
        context.deadline.tick();
        seen += 1;
        const place = Math.floor(Math.random() * seen);
        if (chosen.length < size) {
          chosen.push(chosen[place] ?? document);
          chosen[place] = document;
        } else if (place < size) chosen[place] = document;
      }
      yield* chosen;
    },
  };
};

export const documentStages: StageCompilers = { $documents: documents, $sample: sample };
