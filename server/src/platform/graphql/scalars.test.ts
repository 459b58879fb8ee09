import type { GraphQLScalarType } from 'graphql';
import { buildSchema, parse, parseValue, validate } from 'graphql';
import { attachScalars } from './scalars.js';

const schema = attachScalars(buildSchema('scalar DateTime scalar Date type Query { a: Int }'));
const dateTime = schema.getType('DateTime') as GraphQLScalarType;
const day = schema.getType('Date') as GraphQLScalarType;

test.each([
  ['2026-05-31T14:30:00Z', '2026-05-31T14:30:00.000Z'],
  ['2026-05-31T14:30:00.250+08:00', '2026-05-31T06:30:00.250Z'],
  ['2024-02-29T00:00Z', '2024-02-29T00:00:00.000Z'],
])('the moment %s is read as %s', (written, read) => {
  expect(dateTime.serialize(dateTime.parseValue(written))).toBe(read);
  expect(dateTime.parseLiteral(parseValue(`"${written}"`))).toEqual(new Date(read));
});

test.each([
  '2026-05-31',
  '2026-05-31T14:30:00',
  '2023-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-05-31T25:00:00Z',
  'tomorrow',
  1_700_000_000_000,
  null,
])('the moment %j is refused', (written) => {
  expect(() => dateTime.parseValue(written)).toThrow('A DateTime is written like');
});

test.each(['2026-05-31', '2024-02-29'])('the day %s is read as it is', (written) => {
  expect(day.serialize(day.parseValue(written))).toBe(written);
});

test.each(['2023-02-29', '2026-04-31', '2026-5-1', '2026-05-31T00:00:00Z', '', 20_260_531])('the day %j is refused', (written) => {
  expect(() => day.parseValue(written)).toThrow('A Date is a day of the calendar');
  expect(() => day.serialize(written)).toThrow('A Date is a day of the calendar');
});

test('a day or a moment that is written into the operation and does not exist is named with its argument', () => {
  const messages = validate(
    attachScalars(
      buildSchema(`scalar DateTime scalar Date type Query { a(on: Date, days: [Date!], of: Of): Int }
        input Of { at: DateTime }`),
    ),
    parse('{ a(on: "2026-02-30", days: ["2026-01-01", "soon"], of: { at: 7 }) }'),
  ).map(({ message }) => message);
  expect(messages).toEqual([
    '`on` got invalid value "2026-02-30"; A Date is a day of the calendar, written like 2026-05-31.',
    '`days` got invalid value "soon"; A Date is a day of the calendar, written like 2026-05-31.',
    '`at` got invalid value 7; A DateTime is written like 2026-05-31T14:30:00Z, with its offset.',
  ]);
});

test('a date that is none is never sent', () => {
  expect(() => dateTime.serialize(new Date('nonsense'))).toThrow();
  expect(() => dateTime.serialize('2026-05-31T14:30:00Z')).toThrow();
});
