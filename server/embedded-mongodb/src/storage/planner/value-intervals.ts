import { displayValue } from '../../bson/display.js';
import { encodeKey, keyBracket } from '../../bson/keys.js';
import { canonicalType, ranks } from '../../bson/types.js';
import { Binary, BSONRegExp, BsonUndefined, Decimal128, ObjectId, Timestamp, isNumeric } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import type { Key } from '../key-value/keys.js';
import { union } from './intervals.js';
import type { End, Interval, Intervals } from './intervals.js';

const text = (bytes: Buffer): Key => bytes.toString('latin1');

/** Above every key that begins with a whole component. */
const above = (component: Key): Key => `${component}\xff`;

const encode = (value: Value | undefined, descending: boolean): Key => text(encodeKey([value], [descending]));

/** All values of a field, in the direction of its index. */
export const everything = (descending: boolean): Interval => ({
  low: { at: '', text: descending ? 'MaxKey' : 'MinKey', included: true },
  high: { at: '\xff', text: descending ? 'MinKey' : 'MaxKey', included: true },
  isPoint: false,
});

export const point = (value: Value, descending: boolean): Interval => {
  const at = encode(value, descending);
  const shown = displayValue(value);
  return { low: { at, text: shown, included: true }, high: { at: above(at), text: shown, included: true }, isPoint: true };
};

export const points = (values: readonly Value[], descending: boolean): Intervals => union(values.map((value) => point(value, descending)));

export const isNaNValue = (value: Value): boolean =>
  typeof value === 'number' ? Number.isNaN(value) : value instanceof Decimal128 && value.toString() === 'NaN';

/** All values on one side of `value` within its type; NaN is on no side. */
export const range = (operator: 'gt' | 'gte' | 'lt' | 'lte', value: Value, descending: boolean): Interval => {
  const here = encode(value, descending);
  const bracket = bracketOf(value, descending);
  const included = operator.length === 3;
  const shown = displayValue(value);
  const isUpperSide = (operator === 'gt' || operator === 'gte') !== descending;
  return isUpperSide
    ? { low: { at: included ? here : above(here), text: shown, included }, high: bracket.high, isPoint: false }
    : { low: bracket.low, high: { at: included ? above(here) : here, text: shown, included }, isPoint: false };
};

/** All values of the type that `value` has, NaN left out. */
const bracketOf = (value: Value, descending: boolean): { low: End; high: End } => {
  const { lower, upper } = keyBracket(value, descending);
  const [least, greatest] = bracketTexts(value);
  let low: End = { at: text(lower), ...(descending ? greatest : least) };
  let high: End = { at: text(upper), ...(descending ? least : greatest) };
  if (isNumeric(value)) {
    const end = encode(-Infinity, descending);
    if (descending) high = { ...high, at: above(end) };
    else low = { ...low, at: end };
  }
  return { low, high };
};

type Shown = Pick<End, 'text' | 'included'>;

const shown = (value: string, included = true): Shown => ({ text: value, included });

const bracketTexts = (value: Value): [Shown, Shown] => {
  switch (canonicalType(value)) {
    case ranks.number:
      return [shown('-inf'), shown('inf')];
    case ranks.string:
      return [shown('""'), shown('{}', false)];
    case ranks.object:
      return [shown('{}'), shown('[]', false)];
    case ranks.objectId:
      return [shown(displayValue(new ObjectId('0'.repeat(24)))), shown(displayValue(new ObjectId('f'.repeat(24))))];
    case ranks.bool:
      return [shown('false'), shown('true')];
    case ranks.date:
      return [shown('new Date(-9223372036854775808)'), shown('new Date(9223372036854775807)')];
    case ranks.timestamp:
      return [shown('Timestamp(0, 0)'), shown('Timestamp(4294967295, 4294967295)')];
    default:
      return [shown('first of its type'), shown('last of its type')];
  }
};

/** Strings that begin with `prefix`, and the stored regular expression itself. */
export const regexMatches = (pattern: BSONRegExp, prefix: string | undefined, descending: boolean): Intervals => {
  const texts = prefix === undefined ? wholeType('', descending) : beginningWith(prefix, descending);
  return union([texts, point(pattern, descending)]);
};

const endOfTextLength = 2;

const beginningWith = (prefix: string, descending: boolean): Interval => {
  const whole = encode(prefix, descending);
  const at = whole.slice(0, whole.length - endOfTextLength);
  const next = JSON.stringify(prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1));
  const low: End = { at, text: JSON.stringify(prefix), included: true };
  const high: End = { at: `${at}\xff\xff`, text: next, included: false };
  return descending ? { low: { ...high, at }, high: { ...low, at: high.at }, isPoint: false } : { low, high, isPoint: false };
};

const wholeType = (sample: Value, descending: boolean): Interval => {
  const { lower, upper } = keyBracket(sample, descending);
  const [least, greatest] = bracketTexts(sample);
  return {
    low: { at: text(lower), ...(descending ? greatest : least) },
    high: { at: text(upper), ...(descending ? least : greatest) },
    isPoint: false,
  };
};

/** One value of each type whose keys stand together, by BSON's type number. */
const samples: Readonly<Record<number, Value>> = {
  1: 0,
  2: '',
  3: new Map(),
  5: new Binary(),
  6: BsonUndefined.only,
  7: new ObjectId('0'.repeat(24)),
  8: true,
  9: new Date(0),
  10: null,
  11: new BSONRegExp(''),
  14: '',
  16: 0,
  17: new Timestamp(0n),
  18: 0,
  19: 0,
};

/** The values of the given types, or `undefined` where their keys do not stand together. */
export const ofTypes = (types: readonly number[], descending: boolean): Intervals | undefined => {
  const intervals: Interval[] = [];
  for (const type of types) {
    const sample = samples[type];
    if (sample === undefined) return undefined;
    intervals.push(wholeType(sample, descending));
  }
  return union(intervals);
};
