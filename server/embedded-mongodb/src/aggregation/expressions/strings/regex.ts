import { MongoError, notSupported } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { BSONRegExp, isNullish } from '../../../bson/values.js';
import type { Document, Value } from '../../../bson/values.js';
import { effortOf } from '../../../query/regex/backtracking.js';
import type { Effort } from '../../../query/regex/backtracking.js';
import { bounded } from '../../../query/regex/bounded.js';
import { PatternReader } from '../../../query/regex/PatternReader.js';
import { int } from '../numbers.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';
import { countCodePoints } from './basic.js';

type Operand = Value | undefined;

interface Search {
  readonly text: string;
  readonly expression: RegExp;
  readonly effort: Effort;
}

/** An operator of `{ input, regex, options }`; null or missing input or regex gives `nothing`. */
const searching =
  (givesCaptures: boolean, nothing: () => Value, compute: (search: Search) => Value): Operator =>
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
      const pattern = patternOf(regex.evaluate(context), options?.evaluate(context), name);
      const text = input.evaluate(context);
      if (typeof text !== 'string' && !isNullish(text)) {
        throw new MongoError(51104, `${name} needs 'input' to be of type string, but found ${typeName(text)}`);
      }
      const compiled = pattern && compilePattern(pattern, name);
      if (typeof text !== 'string' || compiled === undefined) return nothing();
      // JavaScript, ignoring case, counts these two letters among those of \w; PCRE does not.
      if (compiled.foldsWords && /[\u017f\u212a]/u.test(text))
        notSupported('\\w or \\b without case on text with the letters U+017F or U+212A');
      if (givesCaptures && compiled.repeatsCaptures) notSupported('the captures of groups inside a repeated group');
      return compute({ text, expression: compiled.expression, effort: compiled.effort });
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
  if (isNullish(regex)) return undefined;
  if (regex instanceof BSONRegExp) {
    if (regex.options !== '' && !isNullish(options)) {
      throw new MongoError(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`);
    }
    return { pattern: regex.pattern, options: regex.options || text };
  }
  if (typeof regex !== 'string')
    throw new MongoError(51105, `${name} needs 'regex' to be of type string or regex, but found ${typeName(regex)}`);
  if (regex.includes('\0')) throw new MongoError(51109, `${name}:  regular expression cannot contain an embedded null byte`);
  return { pattern: regex, options: text };
};

interface Compiled {
  readonly expression: RegExp;
  readonly effort: Effort;
  readonly foldsWords: boolean;
  readonly repeatsCaptures: boolean;
}

const remembered = new Map<string, Compiled>();
const mostRemembered = 500;
const longestPattern = 16 * 1024;

const compilePattern = ({ pattern, options }: Pattern, name: string): Compiled => {
  const key = `${options}/${pattern}`;
  const known = remembered.get(key);
  if (known) return known;
  if (/[^imsxu]/u.test(options)) throw new MongoError(51108, `${name} invalid flag in regex options: ${options}`);
  if (Buffer.byteLength(pattern) > longestPattern) throw new MongoError(51111, `Invalid Regex in ${name}: regular expression is too large`);
  const compiled = translate(pattern, options, name);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, compiled);
  return compiled;
};

const translate = (pattern: string, options: string, name: string): Compiled => {
  try {
    const { source, ignoresCase, usesWordCharacters, repeatsCaptures } = new PatternReader(pattern, options).read();
    const expression = new RegExp(source, ignoresCase ? 'giu' : 'gu');
    return { expression, effort: effortOf(source), foldsWords: ignoresCase && usesWordCharacters, repeatsCaptures };
  } catch (error) {
    if (error instanceof MongoError && error.code === 115) throw error;
    throw new MongoError(51111, `Invalid Regex in ${name}: ${error instanceof Error ? error.message : pattern}`);
  }
};

/** More than this is a MongoError 51151. */
const mostResultBytes = 64 * 1024 * 1024;

/** The matches as documents, with their places counted in code points. At the end of a text no search begins any more. */
function* matchDocuments({ text, expression, effort }: Search, name: string): Generator<Document> {
  let from = 0;
  let position = 0;
  let codePoints = 0;
  let bytes = 0;
  do {
    expression.lastIndex = from;
    const match = bounded(effort, text, () => expression.exec(text));
    if (!match) return;
    codePoints += countCodePoints(text.slice(position, match.index));
    position = match.index;
    bytes += 60 + match.reduce((sum, part: string | undefined) => sum + (part?.length ?? 0), 0);
    if (bytes > mostResultBytes) throw new MongoError(51151, `${name}: the size of buffer to store output exceeded the 64MB limit`);
    yield new Map<string, Value>([
      ['match', match[0]],
      ['idx', int(codePoints)],
      ['captures', match.slice(1).map((capture: string | undefined) => capture ?? null)],
    ]);
    from = match[0] === '' ? match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1) : match.index + match[0].length;
  } while (from < text.length);
}

export const regexOperators: Operators = {
  $regexMatch: searching(
    false,
    () => false,
    ({ text, expression, effort }) => bounded(effort, text, () => text.search(expression) >= 0),
  ),
  $regexFind: searching(
    true,
    () => null,
    (search) => {
      for (const match of matchDocuments(search, '$regexFind')) return match;
      return null;
    },
  ),
  $regexFindAll: searching(
    true,
    () => [],
    (search) => [...matchDocuments(search, '$regexFindAll')],
  ),
};
