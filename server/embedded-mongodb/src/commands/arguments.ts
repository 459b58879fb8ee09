import type { Document, Numeric, Value } from '../bson/values.js';
import { Int32, isDocument, isNumeric } from '../bson/values.js';
import { typeName } from '../bson/types.js';
import type { TypeName } from '../bson/types.js';
import { MongoError, errorCodes, fail } from '../errors.js';

const kinds = {
  document: ['object'],
  array: ['array'],
  string: ['string'],
  boolean: ['bool'],
  /** A boolean or any number, as MongoDB takes for old flags. */
  flag: ['bool', 'long', 'int', 'decimal', 'double'],
  number: ['long', 'int', 'decimal', 'double'],
  documentOrArray: ['object', 'array'],
  documentOrString: ['object', 'string'],
  stringOrNumber: ['string', 'long', 'int', 'decimal', 'double'],
  timestamp: ['timestamp'],
  any: undefined,
} satisfies Record<string, readonly TypeName[] | undefined>;

export type ArgumentKind = keyof typeof kinds;

/** Names and kinds of everything that a document may hold. */
export type ArgumentTable = Readonly<Record<string, ArgumentKind>>;

const genericArguments: ArgumentTable = {
  $db: 'string',
  lsid: 'document',
  txnNumber: 'number',
  startTransaction: 'boolean',
  autocommit: 'boolean',
  $clusterTime: 'document',
  $readPreference: 'document',
  readConcern: 'document',
  writeConcern: 'document',
  maxTimeMS: 'number',
  comment: 'any',
  apiVersion: 'string',
  apiStrict: 'boolean',
  apiDeprecationErrors: 'boolean',
  stmtId: 'number',
};

/** Checks a command's arguments: unknown ones are 40415, wrong types 14. Null counts as left out, as in MongoDB. */
export const checkCommandArguments = (command: string, body: Document, table: ArgumentTable): void => {
  let first = true;
  for (const [name, value] of body) {
    if (first) {
      first = false;
      continue;
    }
    checkArgument(command, name, value, own(table, name) ?? own(genericArguments, name));
  }
};

/** The same for a document within a command, such as one statement of `update`. */
export const checkFields = (owner: string, document: Document, table: ArgumentTable, required: readonly string[] = []): void => {
  for (const [name, value] of document) checkArgument(owner, name, value, own(table, name));
  for (const name of required)
    if (!document.has(name))
      throw new MongoError(40414, `BSON field '${owner}.${name}' is missing but a required field`, 'IDLFailedToParse');
};

const own = (table: ArgumentTable, name: string): ArgumentKind | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

const checkArgument = (owner: string, name: string, value: Value, kind: ArgumentKind | undefined): void => {
  if (kind === undefined) throw new MongoError(errorCodes.IDLUnknownField, `BSON field '${owner}.${name}' is an unknown field.`);
  const accepted: readonly TypeName[] | undefined = kinds[kind];
  if (accepted === undefined || value === null) return;
  const type = typeName(value);
  if (accepted.includes(type)) return;
  const expected = accepted.length === 1 ? `expected type '${accepted[0]}'` : `expected types '[${accepted.join(', ')}]'`;
  fail('TypeMismatch', `BSON field '${owner}.${name}' is the wrong type '${type}', ${expected}`);
};

/** The value of a numeric BSON type as a JavaScript number; NaN and infinities stay what they are. */
export const toNumber = (value: Numeric): number =>
  value instanceof Int32 ? value.value : Number(typeof value === 'object' ? value.toString() : value);

export const documentArgument = (body: Document, name: string): Document | undefined => {
  const value = body.get(name);
  return isDocument(value) ? value : undefined;
};

/** A document argument, where one that is left out means an empty one. */
export const documentOrEmpty = (body: Document, name: string): Document => documentArgument(body, name) ?? new Map();

export const arrayArgument = (body: Document, name: string): readonly Value[] | undefined => {
  const value = body.get(name);
  return Array.isArray(value) ? value : undefined;
};

/** An array argument whose every item must be a document. */
export const documentsArgument = (body: Document, name: string): Document[] | undefined =>
  arrayArgument(body, name)?.map((item, index) =>
    isDocument(item)
      ? item
      : fail('TypeMismatch', `BSON field '${name}.${index}' is the wrong type '${typeName(item)}', expected type 'object'`),
  );

export const stringArgument = (body: Document, name: string): string | undefined => {
  const value = body.get(name);
  return typeof value === 'string' ? value : undefined;
};

export const flagArgument = (body: Document, name: string): boolean | undefined => {
  const value = body.get(name);
  if (typeof value === 'boolean') return value;
  return isNumeric(value) ? toNumber(value) !== 0 : undefined;
};

/** A whole number from `least` up; anything else is BadValue. */
export const wholeNumberArgument = (body: Document, name: string, least = 0): number | undefined => {
  const value = body.get(name);
  if (!isNumeric(value)) return undefined;
  const number = toNumber(value);
  if (!Number.isInteger(number)) return fail('BadValue', `BSON field '${name}' value must be a whole number, actual value '${number}'`);
  if (number < least) throw new MongoError(51024, `BSON field '${name}' value must be >= ${least}, actual value '${number}'`);
  return number;
};

/** Whether an option that asks for something is there: null, an empty document and `{ enabled: false }` ask for nothing. */
export const isGiven = (body: Document, name: string): boolean => {
  const value = body.get(name);
  if (isDocument(value)) return value.size > 0 && !(value.size === 1 && value.get('enabled') === false);
  return value !== undefined && value !== null;
};
