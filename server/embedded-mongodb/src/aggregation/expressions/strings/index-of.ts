import { MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import { asInt32, int } from '../numbers.js';
import type { Operators } from '../operator.js';
import { ranged } from '../operator.js';

type Operands = readonly (Value | undefined)[];

/** The checked operands; `undefined` where the result is null. */
const searchOperands = (operands: Operands, name: string, codes: readonly [number, number]) => {
  const [text, part] = operands;
  if (isNullish(text)) return undefined;
  if (typeof text !== 'string') throw new MongoError(codes[0], `${name} requires a string as the first argument, found: ${typeName(text)}`);
  if (typeof part !== 'string')
    throw new MongoError(codes[1], `${name} requires a string as the second argument, found: ${typeName(part)}`);
  const start = operands.length > 2 ? indexOperand(operands[2], name, 'starting') : 0;
  const end = operands.length > 3 ? indexOperand(operands[3], name, 'ending') : Infinity;
  return { text, part, start, end };
};

const indexOperand = (value: Value | undefined, name: string, which: string): number => {
  const index = asInt32(value);
  if (index === undefined) {
    throw new MongoError(
      40096,
      `${name} requires an integral ${which} index, found a value of type: ${typeName(value)}, with value: "${String(value)}"`,
    );
  }
  if (index < 0) throw new MongoError(40097, `${name} requires a nonnegative ${which} index, found: ${index}`);
  return index;
};

const ofBytes = ranged(2, 4, (operands, { name }) => {
  const search = searchOperands(operands, name, [40091, 40092]);
  if (!search) return null;
  const bytes = Buffer.from(search.text);
  const end = Math.min(bytes.length, search.end);
  if (search.start > bytes.length || end < search.start) return int(-1);
  return int(bytes.subarray(0, end).indexOf(Buffer.from(search.part), search.start));
});

const ofCodePoints = ranged(2, 4, (operands, { name }) => {
  const search = searchOperands(operands, name, [40093, 40094]);
  if (!search) return null;
  const points = [...search.text];
  const part = [...search.part];
  if (points.length === 0 && part.length === 0 && search.start === 0) return int(0);
  // The end bounds where a match may begin, not where it ends.
  const end = Math.min(points.length, search.end);
  for (let index = search.start; index < end; index += 1) {
    if (part.every((point, offset) => points[index + offset] === point)) return int(index);
  }
  return int(-1);
});

export const indexOfOperators: Operators = { $indexOfBytes: ofBytes, $indexOfCP: ofCodePoints };
