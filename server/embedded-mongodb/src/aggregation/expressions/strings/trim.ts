import { MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';

/** What MongoDB calls whitespace: not all that Unicode does. */
const whitespace: ReadonlySet<string> = new Set(
  '\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
);

const trimming =
  (left: boolean, right: boolean): Operator =>
  (operand, compilation, name) => {
    const given = namedArguments(operand, name, ['input', 'chars'], { notObject: 50696, unknown: 50694, missing: { input: 50695 } });
    const input = compilation.compile(given.get('input') as Value);
    const chars = given.has('chars') ? compilation.compile(given.get('chars') as Value) : undefined;
    return folded(chars ? [input, chars] : [input], (context) => {
      const text = input.evaluate(context);
      if (isNullish(text)) return null;
      if (typeof text !== 'string')
        throw new MongoError(50699, `${name} requires its input to be a string, got ${typeName(text)} instead.`);
      if (!chars) return trim(text, whitespace, left, right);
      const set = chars.evaluate(context);
      if (isNullish(set)) return null;
      if (typeof set !== 'string') throw new MongoError(50700, `${name} requires 'chars' to be a string, got ${typeName(set)} instead.`);
      return trim(text, new Set(set), left, right);
    });
  };

const trim = (text: string, set: ReadonlySet<string>, left: boolean, right: boolean): string => {
  const points = [...text];
  let from = 0;
  let to = points.length;
  if (left) while (from < to && set.has(points[from] as string)) from += 1;
  if (right) while (to > from && set.has(points[to - 1] as string)) to -= 1;
  return points.slice(from, to).join('');
};

export const trimOperators: Operators = { $trim: trimming(true, true), $ltrim: trimming(true, false), $rtrim: trimming(false, true) };
