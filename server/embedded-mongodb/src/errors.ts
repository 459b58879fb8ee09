import type { Document } from './bson/values.js';

/** Codes and names as MongoDB's `error_codes.yml` gives them; only those that this server answers with. */
export const errorCodes = {
  InternalError: 1,
  BadValue: 2,
  NoSuchKey: 4,
  FailedToParse: 9,
  Unauthorized: 13,
  DatabaseDifferCase: 13297,
  TypeMismatch: 14,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  CannotCreateIndex: 67,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  CommandNotFound: 59,
  WriteConcernFailed: 64,
  ImmutableField: 66,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  WriteConflict: 112,
  CommandNotSupported: 115,
  InvalidViewDefinition: 182,
  InvalidPipelineOperator: 168,
  NoSuchTransaction: 251,
  TransactionCommitted: 256,
  TransactionTooOld: 225,
  ExceededMemoryLimit: 146,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  BSONObjectTooLarge: 10334,
  NoQueryExecutionPlans: 291,
  DuplicateKey: 11000,
  Interrupted: 11601,
  InterruptedAtShutdown: 11600,
  UnknownAggregationStage: 40324,
  IDLUnknownField: 40415,
  HostUnreachable: 6,
  HostNotFound: 7,
  InvalidBSON: 22,
  Overflow: 15,
  UnknownReplWriteConcern: 79,
  NetworkTimeout: 89,
  ShutdownInProgress: 91,
  UnsatisfiableWriteConcern: 100,
  ConflictingOperationInProgress: 117,
  PrimarySteppedDown: 189,
  CursorKilled: 237,
  SnapshotUnavailable: 246,
  InvalidResumeToken: 260,
  ExceededTimeLimit: 262,
  OperationNotSupportedInTransaction: 263,
  ChangeStreamFatalError: 280,
  ChangeStreamHistoryLost: 286,
  APIVersionError: 322,
  APIStrictError: 323,
  UnsupportedOpQueryCommand: 352,
  InterruptedDueToReplStateChange: 11602,
  NotWritablePrimary: 10107,
  NotPrimaryNoSecondaryOk: 13435,
  NotPrimaryOrSecondary: 13436,
  SocketException: 9001,
  CommandFailed: 125,
  DocumentValidationFailure: 121,
  CannotIndexParallelArrays: 171,
  QueryPlanKilled: 175,
} as const;

export type ErrorName = keyof typeof errorCodes;

/** An error that goes to the caller as `{ ok: 0, code, codeName, errmsg }`; never a fault of this server. */
export class MongoError extends Error {
  readonly codeName: string;
  constructor(
    readonly code: number,
    message: string,
    codeName?: string,
    readonly details: {
      keyPattern?: Document;
      keyValue?: Document;
      errInfo?: Document;
      labels?: string[];
    } = {},
  ) {
    super(message);
    this.codeName = codeName ?? nameOf(code);
  }
}

const namesByCode = new Map<number, string>(Object.entries(errorCodes).map(([name, code]) => [code, name]));
const nameOf = (code: number): string => namesByCode.get(code) ?? `Location${code}`;

export const fail = (name: ErrorName, message: string): never => {
  throw new MongoError(errorCodes[name], message, name);
};

/** For what MongoDB offers and this server does not: clear, and never a wrong answer instead. */
export const notSupported = (what: string): never =>
  fail('CommandNotSupported', `embedded server: ${what} is not supported; use MongoDB (MONGODB_URI)`);
