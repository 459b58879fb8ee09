import { createHash } from 'node:crypto';
import type { Document, Value } from '../bson/values.js';
import { Binary, isNumeric } from '../bson/values.js';
import type { Injected } from '../fail-points/FailPoints.js';
import type { Reply } from '../wire/reply.js';
import { asMongoError, errorReply } from './error-reply.js';
import { concernErrorLabels, errorLabels } from './error-labels.js';
import { fail } from '../errors.js';
import { toNumber } from './arguments.js';
import type { Command } from './Command.js';
import type { Request } from './Request.js';
import { checkReadConcern } from './read-concern.js';
import { checkWriteConcern, writeConcernError } from './write-concern.js';
import type { Session } from '../sessions/Session.js';
import type { Transaction } from '../sessions/Transaction.js';
import type { SessionUse } from '../sessions/session-arguments.js';
import { openTransaction, readSessionUse, refuseOld } from '../sessions/session-arguments.js';

/** A command whose own arguments have been checked, before its session is looked at. */
export type IncomingCommand = Omit<Request, 'session' | 'transaction' | 'retryable'> & { readonly command: Command };

/** Runs a command where its session says: in a transaction, as a retryable write, or by itself. */
export const runInSession = async (incoming: IncomingCommand): Promise<Reply> => {
  const { server, body, command } = incoming;
  const use = readSessionUse(body);
  const retryable = use?.transactionNumber !== undefined && !use.inTransaction;
  let transaction: Transaction | undefined;
  let exactLabels: readonly string[] | undefined;
  const situation = { commandName: command.name, inTransaction: use?.inTransaction ?? false, retryable };
  const run = async (session: Session | undefined, failure: Injected | undefined): Promise<Reply> => {
    if (use?.inTransaction && session) transaction = endsTransaction(command) ? undefined : enterTransaction(incoming, use, session);
    else if (retryable && session && use.transactionNumber !== undefined) enterRetryableWrite(command, session, use.transactionNumber);
    checkConcerns(incoming, use);
    const reply = await command.run(requestOf(incoming, session, transaction, retryable));
    if (failure?.losesAnswer) incoming.connection.close();
    if (transaction && reply.fields.has('writeErrors')) transaction.abort();
    const concernError = failure?.writeConcernError ?? (command.takesWriteConcern && !transaction ? writeConcernError(body) : undefined);
    return concernError ? withConcernError(reply, concernError, exactLabels ?? concernErrorLabels(codeOf(concernError), situation)) : reply;
  };
  try {
    // Before the session is taken: a command that a fail point holds up keeps no other one of its session waiting.
    const injected = server.failPoints?.intercept(incoming, retryable);
    const failure = injected instanceof Promise ? await injected : injected;
    exactLabels = failure?.labels;
    if (failure?.error) throw failure.error;
    if (!use) return await run(undefined, failure);
    const session = server.sessions.use(use.lsid);
    return use.transactionNumber === undefined ? await run(session, failure) : await session.alone(() => run(session, failure));
  } catch (thrown) {
    transaction?.abort();
    const error = asMongoError(thrown);
    return { fields: errorReply(error, exactLabels ?? errorLabels(error.code, situation)) };
  }
};

/** Field by field: copying by `...` takes longer than many a command. */
const requestOf = (
  { server, connection, name, database, body, sequences, timeLimit }: IncomingCommand,
  session: Session | undefined,
  transaction: Transaction | undefined,
  retryable: boolean,
): Request => ({ server, connection, name, database, body, sequences, timeLimit, session, transaction, retryable });

const codeOf = (writeConcernError: Document): number => {
  const code = writeConcernError.get('code');
  return isNumeric(code) ? toNumber(code) : 0;
};

const withConcernError = (reply: Reply, concernError: Document, labels: readonly string[]): Reply => {
  const fields = new Map(reply.fields).set('writeConcernError', concernError);
  if (labels.length > 0) fields.set('errorLabels', [...labels]);
  return { ...reply, fields };
};

const endsTransaction = (command: Command): boolean => command.name === 'commitTransaction' || command.name === 'abortTransaction';

const enterTransaction = ({ server, command, database }: IncomingCommand, use: SessionUse, session: Session): Transaction => {
  const number = use.transactionNumber as bigint;
  if (!command.inTransactions) fail('OperationNotSupportedInTransaction', `Cannot run '${command.name}' in a multi-document transaction.`);
  if (['admin', 'config', 'local'].includes(database) && command.takesWriteConcern && !command.adminOnly)
    fail('OperationNotSupportedInTransaction', `Cannot run command against the '${database}' database in a transaction.`);
  if (!use.startsTransaction) return openTransaction(session, number);
  refuseOld(session, number);
  if (number === session.transactionNumber)
    fail(
      'ConflictingOperationInProgress',
      `Cannot start a transaction at given transaction number ${number} a transaction with the same number is already in progress`,
    );
  return server.sessions.startTransaction(session, number, server.store.unit({ snapshot: true, origin: originOf(use) }));
};

/** What the change events of a transaction say of it; the `uid` is that of a server without users. */
const originOf = (use: SessionUse): Document =>
  new Map<string, Value>([
    ['lsid', new Map([...use.lsid, ['uid', noUser]])],
    ['txnNumber', use.transactionNumber ?? null],
  ]);

const noUser = new Binary(createHash('sha256').digest());

const enterRetryableWrite = (command: Command, session: Session, number: bigint): void => {
  if (!command.retryable)
    fail('InvalidOptions', `Command ${command.name} does not support retryable writes: txnNumber may only be given with autocommit: false`);
  refuseOld(session, number);
  if (number > session.transactionNumber) session.moveTo(number);
  else if (session.transaction || session.committedBefore === number)
    fail('InvalidOptions', `Cannot use transaction number ${number} for a retryable write: it belongs to a transaction`);
};

const checkConcerns = ({ server, body, command }: IncomingCommand, use: SessionUse | undefined): void => {
  checkReadConcern(body, command, !use?.inTransaction ? 'none' : use.startsTransaction ? 'starts' : 'continues', server.store.lastCommit);
  if (use?.inTransaction && !endsTransaction(command)) {
    if (body.has('writeConcern')) fail('InvalidOptions', 'writeConcern is not allowed within a multi-statement transaction');
  } else checkWriteConcern(body, command);
};
