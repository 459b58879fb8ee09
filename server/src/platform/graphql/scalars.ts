import type { GraphQLScalarType, GraphQLSchema } from 'graphql';
import { GraphQLError, isScalarType, Kind } from 'graphql';

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const day = /^(\d{4})-(\d{2})-(\d{2})$/;

function readMoment(value: unknown): Date {
  const read = typeof value === 'string' && moment.test(value) && isDay(value.slice(0, 10)) ? new Date(value) : undefined;
  if (read === undefined || Number.isNaN(read.getTime())) {
    throw new GraphQLError('A DateTime is written like 2026-05-31T14:30:00Z, with its offset.');
  }
  return read;
}

function readDay(value: unknown): string {
  if (typeof value !== 'string' || !isDay(value)) throw new GraphQLError('A Date is a day of the calendar, written like 2026-05-31.');
  return value;
}

/** Whether it is a day that exists: 2024-02-29 does, 2023-02-29 does not. */
function isDay(value: string): boolean {
  const parts = day.exec(value);
  if (parts === null) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(parts[3]);
}

type ScalarFunctions = Pick<GraphQLScalarType, 'serialize' | 'parseValue' | 'parseLiteral'>;

/** A moment: a `Date` inside, ISO 8601 in UTC with milliseconds outside. */
const dateTime: ScalarFunctions = {
  serialize(value) {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw new GraphQLError('A DateTime must be kept as a valid date.');
    return value.toISOString();
  },
  parseValue: readMoment,
  parseLiteral: (node) => readMoment(node.kind === Kind.STRING ? node.value : undefined),
};

/** A day without a time zone: `YYYY-MM-DD` inside and outside. */
const calendarDay: ScalarFunctions = {
  serialize: readDay,
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : undefined),
};

/** Teaches the schema's scalars to read and write; their descriptions stay those of the contract. */
export function attachScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, functions] of Object.entries({ DateTime: dateTime, Date: calendarDay })) {
    const scalar = schema.getType(name);
    if (isScalarType(scalar)) Object.assign(scalar, functions);
  }
  return schema;
}
