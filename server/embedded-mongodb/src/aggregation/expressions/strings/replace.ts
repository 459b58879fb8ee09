import { MongoError, notSupported } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import type { Operator, Operators } from '../operator.js';
import { binary, folded, namedArguments } from '../operator.js';
import { checkLength } from './text.js';

const replacing =
  (replace: (input: string, find: string, replacement: string) => string): Operator =>
  (operand, compilation, name) => {
    const given = namedArguments(operand, name, ['input', 'find', 'replacement'], {
      notObject: 51751,
      unknown: 51750,
      missing: { input: 51749, find: 51748, replacement: 51747 },
    });
    const parts = (['input', 'find', 'replacement'] as const).map((key) => compilation.compile(given.get(key) as Value));
    return folded(parts, (context) => {
      const [input, find, replacement] = parts.map((part) => part.evaluate(context));
      check(input, 'input', 51746, name);
      check(find, 'find', 51745, name);
      check(replacement, 'replacement', 51744, name);
      if (typeof input !== 'string' || typeof find !== 'string' || typeof replacement !== 'string') return null;
      return checkLength(replace(input, find, replacement));
    });
  };

const check = (value: Value | undefined, argument: string, code: number, name: string): void => {
  if (typeof value === 'string' || isNullish(value)) return;
  throw new MongoError(code, `${name} requires that '${argument}' be a string, found: ${typeName(value)}`);
};

const replaceFirst = (input: string, find: string, replacement: string): string => {
  const place = input.indexOf(find);
  return place < 0 ? input : input.slice(0, place) + replacement + input.slice(place + find.length);
};

const replaceEach = (input: string, find: string, replacement: string): string => {
  // MongoDB would cut the bytes of such characters apart.
  if (find === '' && replacement !== '' && /[^\0-\x7f]/u.test(input))
    notSupported('$replaceAll of the empty string beside other characters than ASCII');
  if (find === '') return replacement + [...input].map((point) => point + replacement).join('');
  return input.split(find).join(replacement);
};

const split = binary((text, separator) => {
  if (isNullish(text)) return null;
  if (typeof text !== 'string') {
    throw new MongoError(40085, `$split requires an expression that evaluates to a string as a first argument, found: ${typeName(text)}`);
  }
  if (isNullish(separator)) return null;
  if (typeof separator !== 'string') {
    throw new MongoError(
      40086,
      `$split requires an expression that evaluates to a string as a second argument, found: ${typeName(separator)}`,
    );
  }
  if (separator === '') throw new MongoError(40087, '$split requires a non-empty separator');
  return text.split(separator);
});

export const replaceOperators: Operators = { $replaceOne: replacing(replaceFirst), $replaceAll: replacing(replaceEach), $split: split };
