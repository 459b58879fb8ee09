import type { GraphQLScalarType, GraphQLSchema, ValueNode } from 'graphql';
import { GraphQLError, isScalarType, Kind, print, TokenKind } from 'graphql';
import type { Words } from '../words.js';
import { words } from '../words.js';

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const day = /^(\d{4})-(\d{2})-(\d{2})$/;

const notAMoment = words({
  en: 'This is no moment of the calendar.',
  fr: 'Ce moment n’existe pas dans le calendrier.',
  es: 'Este momento no existe en el calendario.',
  ar: 'هذه اللحظة غير موجودة في التقويم.',
});
const notADay = words({
  en: 'There is no such day in the calendar. Write it as year, month and day, like 2026-05-31.',
  fr: 'Ce jour n’existe pas dans le calendrier. Écrivez l’année, le mois et le jour, par exemple 2026-05-31.',
  es: 'Ese día no existe en el calendario. Escriba el año, el mes y el día, por ejemplo 2026-05-31.',
  ar: 'لا يوجد يوم كهذا في التقويم. اكتب السنة ثم الشهر ثم اليوم، مثل 2026-05-31.',
});

/** A value that a scalar cannot read: for programs in `message`, for readers in `inWords`. */
class NotReadable extends GraphQLError {
  constructor(
    message: string,
    readonly inWords: Words,
  ) {
    super(message);
  }
}

/** What to tell a reader of a value that a scalar of ours could not read; null for every other error. */
export function wordsOfScalarError(error: GraphQLError): Words | null {
  const cause = error.originalError ?? error;
  return cause instanceof NotReadable ? cause.inWords : null;
}

function readMoment(value: unknown): Date {
  const read = typeof value === 'string' && moment.test(value) && isDay(value.slice(0, 10)) ? new Date(value) : undefined;
  if (read === undefined || Number.isNaN(read.getTime())) {
    throw new NotReadable('A DateTime is written like 2026-05-31T14:30:00Z, with its offset.', notAMoment);
  }
  return read;
}

function readDay(value: unknown): string {
  if (typeof value !== 'string' || !isDay(value))
    throw new NotReadable('A Date is a day of the calendar, written like 2026-05-31.', notADay);
  return value;
}

/** Whether it is a day that exists: 2024-02-29 does, 2023-02-29 does not. */
function isDay(value: string): boolean {
  const parts = day.exec(value);
  if (parts === null) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(parts[3]);
}

/** Reads what is written into the operation itself; when it cannot be read, the error names the argument or field that it was given to. */
function readLiteral<T>(read: (value: unknown) => T, node: ValueNode): T {
  try {
    return read(node.kind === Kind.STRING ? node.value : undefined);
  } catch (error) {
    const name = nameBefore(node);
    if (!(error instanceof NotReadable) || name === undefined) throw error;
    throw new GraphQLError(`\`${name}\` got invalid value ${print(node)}; ${error.message}`, { nodes: node, originalError: error });
  }
}

/** The name before the nearest colon before the value. */
function nameBefore(node: ValueNode): string | undefined {
  let token = node.loc?.startToken ?? null;
  while (token !== null && token.kind !== TokenKind.COLON) token = token.prev;
  return token?.prev?.value;
}

type ScalarFunctions = Pick<GraphQLScalarType, 'serialize' | 'parseValue' | 'parseLiteral'>;

/** A moment: a `Date` inside, ISO 8601 in UTC with milliseconds outside. */
const dateTime: ScalarFunctions = {
  serialize(value) {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw new GraphQLError('A DateTime must be kept as a valid date.');
    return value.toISOString();
  },
  parseValue: readMoment,
  parseLiteral: (node) => readLiteral(readMoment, node),
};

/** A day without a time zone: `YYYY-MM-DD` inside and outside. */
const calendarDay: ScalarFunctions = {
  serialize: readDay,
  parseValue: readDay,
  parseLiteral: (node) => readLiteral(readDay, node),
};

/** Teaches the schema's scalars to read and write; their descriptions stay those of the contract. */
export function attachScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, functions] of Object.entries({ DateTime: dateTime, Date: calendarDay })) {
    const scalar = schema.getType(name);
    if (isScalarType(scalar)) Object.assign(scalar, functions);
  }
  return schema;
}
