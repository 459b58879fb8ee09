import { displayDocument } from '../bson/display.js';
import { typeName } from '../bson/types.js';
import { fail, MongoError, notSupported } from '../errors.js';
import { Int32 } from '../bson/values.js';
import { exactInteger } from './integer-arguments.js';
import type { Document, Value } from '../bson/values.js';

/** Compares strings as a collation document says. */
export interface Collation {
  /** The full collation document with every default, as `listIndexes` shows it. */
  readonly specification: Document;
  compare(a: string, b: string): number;
  /** The same for two strings exactly when `compare` returns 0; each collation remembers the texts it was asked for. */
  equalityKey(text: string): string;
}

interface CollationFields {
  readonly locale: string;
  readonly caseLevel: boolean;
  readonly caseFirst: string;
  readonly strength: number;
  readonly numericOrdering: boolean;
  readonly alternate: string;
  readonly maxVariable: string;
  readonly normalization: boolean;
  readonly backwards: boolean;
}

type FieldReader = (name: string, value: Value, specification: Document) => string | boolean | number;

/** The version of the rules, which MongoDB adds to every collation document. */
const rulesVersion = '57.1';

/** `undefined` for the simple collation (byte order). Options that cannot be honoured exactly are refused. */
export const compileCollation = (specification: Document): Collation | undefined => {
  const fields = readFields(specification);
  if (fields.locale === 'simple') return undefined;
  refuseInexact(fields);
  const collator = new Intl.Collator(languageTag(fields.locale, specification), {
    usage: 'sort',
    sensitivity: sensitivityOf(fields),
    numeric: fields.numericOrdering,
    caseFirst: fields.caseFirst === 'off' ? 'false' : (fields.caseFirst as 'upper' | 'lower'),
    ignorePunctuation: fields.alternate === 'shifted',
  });
  const representatives = new Representatives(collator);
  return {
    specification: fullSpecification(fields),
    compare: (a, b) => collator.compare(a, b),
    equalityKey: (text) => representatives.of(text),
  };
};

const oneOf =
  (...allowed: string[]): FieldReader =>
  (name, value, specification) => {
    if (typeof value !== 'string') return wrongType(name, value, 'string');
    return allowed.includes(value) ? value : badOption(name, specification);
  };

const truth: FieldReader = (name, value) => (typeof value === 'boolean' ? value : wrongType(name, value, 'bool'));

const wrongType = (name: string, value: Value, expected: string): never =>
  fail('TypeMismatch', `BSON field 'collation.${name}' is the wrong type '${typeName(value)}', expected type '${expected}'`);

const badOption = (name: string, specification: Document): never =>
  fail('BadValue', `Field '${name}' is invalid in: ${displayDocument(specification)}`);

const readers: Readonly<Record<keyof CollationFields, FieldReader>> = {
  locale: (name, value) => (typeof value === 'string' ? value : wrongType(name, value, 'string')),
  caseLevel: truth,
  caseFirst: oneOf('off', 'upper', 'lower'),
  strength: (name, value, specification) => {
    const strength = Number(exactInteger(value) ?? 0n);
    return strength >= 1 && strength <= 5 ? strength : badOption(name, specification);
  },
  numericOrdering: truth,
  alternate: oneOf('non-ignorable', 'shifted'),
  maxVariable: oneOf('punct', 'space'),
  normalization: truth,
  backwards: truth,
};

const defaults: Omit<CollationFields, 'locale'> = {
  caseLevel: false,
  caseFirst: 'off',
  strength: 3,
  numericOrdering: false,
  alternate: 'non-ignorable',
  maxVariable: 'punct',
  normalization: false,
  backwards: false,
};

/** The French of Canada compares accents from the end. */
const backwardsByDefault = new Set(['fr_CA', 'fr-CA']);

const readFields = (specification: Document): CollationFields => {
  const read: Record<string, string | boolean | number> = {};
  for (const [name, value] of specification) {
    if (name === 'version' || (value === null && name !== 'locale')) continue;
    if (!Object.hasOwn(readers, name)) fail('IDLUnknownField', `BSON field 'collation.${name}' is an unknown field.`);
    read[name] = readers[name as keyof CollationFields](name, value, specification);
  }
  const { locale } = read;
  if (typeof locale !== 'string') throw new MongoError(40414, "BSON field 'collation.locale' is missing but a required field");
  return { ...defaults, backwards: backwardsByDefault.has(locale), ...read, locale };
};

const refuseInexact = (fields: CollationFields): void => {
  if (fields.strength > 3) notSupported(`a collation of strength ${fields.strength}`);
  if (fields.caseLevel && fields.strength !== 1) notSupported('a collation with caseLevel of a strength other than 1');
  if (fields.backwards !== backwardsByDefault.has(fields.locale))
    notSupported(`a collation for ${fields.locale} with backwards: ${fields.backwards}`);
  if (fields.alternate === 'shifted' && fields.maxVariable !== 'punct') notSupported('a collation with maxVariable');
  if (fields.caseFirst !== 'off' && fields.strength < 3) notSupported('a collation with caseFirst of a strength below 3');
  if (fields.locale.includes('@')) notSupported('a collation with a locale variant');
};

const languageTag = (locale: string, specification: Document): string => {
  const tag = locale.replaceAll('_', '-');
  try {
    if (Intl.Collator.supportedLocalesOf(tag).length > 0) return tag;
  } catch {
    return badOption('locale', specification);
  }
  return badOption('locale', specification);
};

const sensitivityOf = (fields: CollationFields): 'base' | 'accent' | 'case' | 'variant' => {
  if (fields.strength === 1) return fields.caseLevel ? 'case' : 'base';
  return fields.strength === 2 ? 'accent' : 'variant';
};

const fullSpecification = (fields: CollationFields): Document =>
  new Map<string, Value>([
    ['locale', fields.locale],
    ['caseLevel', fields.caseLevel],
    ['caseFirst', fields.caseFirst],
    ['strength', new Int32(fields.strength)],
    ['numericOrdering', fields.numericOrdering],
    ['alternate', fields.alternate],
    ['maxVariable', fields.maxVariable],
    ['normalization', fields.normalization],
    ['backwards', fields.backwards],
    ['version', rulesVersion],
  ]);

/** Intl gives no sort keys: the first text seen of each class of equal ones stands for all of them. */
class Representatives {
  readonly #sorted: string[] = [];
  readonly #known = new Map<string, string>();

  constructor(readonly collator: Intl.Collator) {}

  of(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const representative = this.#find(text);
    this.#known.set(text, representative);
    return representative;
  }

  #find(text: string): string {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const candidate = this.#sorted[middle] as string;
      const order = this.collator.compare(candidate, text);
      if (order === 0) return candidate;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    this.#sorted.splice(low, 0, text);
    return text;
  }
}
