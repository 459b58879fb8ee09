import fc from 'fast-check';
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  BsonUndefined,
  Code,
  CodeWithScope,
  DbPointer,
  Decimal128,
  Int32,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from '../../src/bson/values.js';
import type { Document, Numeric, Value } from '../../src/bson/values.js';

const trickyNumbers = [
  0,
  -0,
  1,
  -1,
  0.1,
  0.5,
  1.5,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  2 ** 63,
  1e300,
  5e-324,
  Number.MAX_VALUE,
  NaN,
  Infinity,
  -Infinity,
];
const trickyLongs = [0n, 1n, -1n, 2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 62n + 1n];
const trickyDecimals = [
  '0',
  '-0',
  '0E+6111',
  '1',
  '1.0',
  '0.1',
  '0.5',
  '1E+400',
  '-1E+400',
  '1E-400',
  '9007199254740993',
  '9007199254740992',
  '9223372036854775808',
  'NaN',
  'Infinity',
  '-Infinity',
  '9.999999999999999999999999999999999E+6144',
  '1E-6176',
  '1.797693134862315708145274237317043E+308',
  '1.797693134862315708145274237317044E+308',
];

export const arbitraryInt32 = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer()).map((integer) => new Int32(integer));

export const arbitraryDecimal = fc.oneof(
  fc.constantFrom(...trickyDecimals).map((text) => Decimal128.fromString(text)),
  fc
    .tuple(
      fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }),
      fc.oneof(fc.integer({ min: -40, max: 5 }), fc.integer({ min: -6176, max: 6111 })),
    )
    .map(([coefficient, exponent]) => Decimal128.fromString(`${coefficient}E${exponent}`)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((double) => Decimal128.fromString(String(double))),
);

export const arbitraryNumber: fc.Arbitrary<Numeric> = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(...trickyNumbers),
  fc.double(),
  arbitraryInt32,
  fc.constantFrom(...trickyLongs),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  arbitraryDecimal,
);

export const arbitraryString = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'a\0', 'a\0b', '\0', '\u0001', 'é', '\uE000', '\uFFFF', '😀', 'a😀', 'a\uE000'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const fieldName = fc.oneof(
  fc.constantFrom('a', 'b', 'ab', '', '0', '10', 'é'),
  fc.string({ maxLength: 4 }).map((text) => text.replaceAll('\0', '')),
);

const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: arbitraryNumber },
  { weight: 4, arbitrary: arbitraryString },
  fc.constantFrom<Value>(null, true, false, BsonUndefined.only, new MinKey(), new MaxKey()),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.tuple(fc.uint8Array({ maxLength: 6 }), fc.constantFrom(0, 2, 4, 128)).map(([bytes, subtype]) => new Binary(bytes, subtype)),
  fc.tuple(fc.nat({ max: 0xffffffff }), fc.nat({ max: 0xffffffff })).map(([t, i]) => new Timestamp({ t, i })),
  fc.tuple(fc.constantFrom('a', 'ab', '^x'), fc.constantFrom('', 'i', 'im')).map(([pattern, options]) => new BSONRegExp(pattern, options)),
  arbitraryString.map((code) => new Code(code)),
  arbitraryString.map((code) => new CodeWithScope(code, new Map([['x', 1]]))),
  arbitraryString.map((text) => new BSONSymbol(text)),
  arbitraryString.map((text) => new DbPointer(text, new ObjectId('5f0000000000000000000001'))),
);

const nested = fc.letrec<{ value: Value; document: Document }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'value' },
    { weight: 6, arbitrary: scalar },
    tie('document'),
    fc.array(tie('value'), { maxLength: 3, depthIdentifier: 'value' }),
  ),
  document: fc.array(fc.tuple(fieldName, tie('value')), { maxLength: 3, depthIdentifier: 'value' }).map((fields) => new Map(fields)),
}));

/** Any BSON value, with those on which orders and encodings differ met often. */
export const arbitraryValue: fc.Arbitrary<Value> = nested.value;

export const arbitraryDocument: fc.Arbitrary<Document> = nested.document;
