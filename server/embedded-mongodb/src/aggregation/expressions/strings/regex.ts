import { MongoError, notSupported } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { BSONRegExp, isNullish } from '../../../bson/values.js';
import type { Document, Value } from '../../../bson/values.js';
import { PatternReader } from '../../../query/regex/PatternReader.js';
import { int } from '../numbers.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';
import { countCodePoints } from './basic.js';

type Operand = Value | undefined;

interface Search {
  readonly text: string;
  readonly expression: RegExp;
}

/** An operator of `{ input, regex, options }`; null or missing input or regex gives `nothing`. */
const searching =
  (nothing: () => Value, compute: (search: Search) => Value): Operator =>
  (operand, compilation, name) => {
    const given = namedArguments(operand, name, ['input', 'regex', 'options'], {
      notObject: 51103,
      unknown: 31024,
      missing: { input: 31022, regex: 31023 },
    });
    const input = compilation.compile(given.get('input') as Value);
    const regex = compilation.compile(given.get('regex') as Value);
    const options = given.has('options') ? compilation.compile(given.get('options') as Value) : undefined;
    return folded(options ? [input, regex, options] : [input, regex], (context) => {
      const text = input.evaluate(context);
      const pattern = patternOf(regex.evaluate(context), options?.evaluate(context), name);
      if (typeof text !== 'string' && !isNullish(text)) {
        throw new MongoError(51104, `${name} needs 'input' to be of type string, but found ${typeName(text)}`);
      }
      if (typeof text !== 'string' || pattern === undefined) return nothing();
      return compute({ text, expression: expressionOf(pattern, text, name) });
    });
  };

interface Pattern {
  readonly pattern: string;
  readonly options: string;
}

/** `undefined` for a null or missing regex. */
const patternOf = (regex: Operand, options: Operand, name: string): Pattern | undefined => {
  if (!isNullish(options) && typeof options !== 'string') {
    throw new MongoError(51106, `${name} needs 'options' to be of type string, but found ${typeName(options)}`);
  }
  const text = typeof options === 'string' ? options : '';
  if (text.includes('\0')) throw new MongoError(51110, `${name}:  regular expression options cannot contain an embedded null byte`);
  if (regex instanceof BSONRegExp) {
    if (regex.options !== '' && !isNullish(options)) {
      throw new MongoError(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`);
    }
    return checked({ pattern: regex.pattern, options: regex.options || text }, name);
  }
  if (typeof regex === 'string') {
    if (regex.includes('\0')) throw new MongoError(51109, `${name}:  regular expression cannot contain an embedded null byte`);
    return checked({ pattern: regex, options: text }, name);
  }
  if (isNullish(regex)) {
    checked({ pattern: '', options: text }, name);
    return undefined;
  }
  throw new MongoError(51105, `${name} needs 'regex' to be of type string or regex, but found ${typeName(regex)}`);
};

const checked = (pattern: Pattern, name: string): Pattern => {
  if (/[^imsxu]/u.test(pattern.options)) throw new MongoError(51108, `${name} invalid flag in regex options: ${pattern.options}`);
  return pattern;
};

const compiled = new Map<string, { expression: RegExp; foldsWords: boolean }>();
const mostCompiled = 500;

const expressionOf = ({ pattern, options }: Pattern, text: string, name: string): RegExp => {
  const key = `${options}/${pattern}`;
  const found = compiled.get(key) ?? compilePattern(pattern, options, name);
  if (compiled.size >= mostCompiled) compiled.clear();
  compiled.set(key, found);
  // JavaScript, ignoring case, counts these two letters among those of \w; PCRE does not.
  if (found.foldsWords && /[\u017f\u212a]/u.test(text)) notSupported('\\w or \\b without case on text with the letters U+017F or U+212A');
  return found.expression;
};

const compilePattern = (pattern: string, options: string, name: string): { expression: RegExp; foldsWords: boolean } => {
  try {
    const { source, ignoresCase, usesWordCharacters } = new PatternReader(pattern, options).read();
    return { expression: new RegExp(source, ignoresCase ? 'giu' : 'gu'), foldsWords: ignoresCase && usesWordCharacters };
  } catch (error) {
    if (error instanceof MongoError && error.code === 115) throw error;
    throw new MongoError(51111, `Invalid Regex in ${name}: ${error instanceof Error ? error.message : pattern}`);
  }
};

const matchDocument = (match: RegExpMatchArray, text: string): Document =>
  new Map<string, Value>([
    ['match', match[0]],
    ['idx', int(countCodePoints(text.slice(0, match.index)))],
    ['captures', match.slice(1).map((capture: string | undefined) => capture ?? null)],
  ]);

export const regexOperators: Operators = {
  $regexMatch: searching(
    () => false,
    ({ text, expression }) => text.search(expression) >= 0,
  ),
  $regexFind: searching(
    () => null,
    ({ text, expression }) => {
      for (const match of text.matchAll(expression)) return matchDocument(match, text);
      return null;
    },
  ),
  $regexFindAll: searching(
    () => [],
    ({ text, expression }) => [...text.matchAll(expression)].map((match) => matchDocument(match, text)),
  ),
};
