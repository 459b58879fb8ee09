import type { Document } from '../bson/values.js';
import { isNumeric } from '../bson/values.js';
import { errorCodes, fail, MongoError } from '../errors.js';
import type { ClientConnection } from '../wire/ClientConnection.js';
import type { Message } from '../wire/parse-message.js';
import { opQuery, readBody } from '../wire/parse-message.js';
import type { Reply } from '../wire/reply.js';
import { encodeQueryReply, encodeReply } from '../wire/reply.js';
import { checkCommandArguments, stringArgument, toNumber } from './arguments.js';
import type { Command } from './Command.js';
import { commandNamed } from './command-table.js';
import { errorReply } from './error-reply.js';
import { runInSession } from './run-in-session.js';
import type { ServerContext } from './ServerContext.js';
import { TimeLimit } from './TimeLimit.js';

/** Answers one message: whatever goes wrong with its command becomes an error for that caller alone. */
export const dispatch = async (server: ServerContext, message: Message, connection: ClientConnection): Promise<Buffer | undefined> => {
  if (message.operation === opQuery) return answerQuery(server, message, connection);
  const reply = await run(server, message, connection);
  if (message.moreToCome) return undefined;
  try {
    return encodeReply(message.requestId, reply, server.store.lastCommit);
  } catch (error) {
    return encodeReply(message.requestId, { fields: errorReply(error) }, server.store.lastCommit);
  }
};

const run = async (server: ServerContext, message: Message, connection: ClientConnection): Promise<Reply> => {
  let body: Document;
  try {
    body = readBody(message);
  } catch (error) {
    return { fields: errorReply(error) };
  }
  return runCommand(server, body, message.sequences, connection);
};

/** The first hello may come in the old envelope; every other command must not. */
const answerQuery = async (server: ServerContext, message: Message, connection: ClientConnection): Promise<Buffer> => {
  let fields: Document;
  try {
    const body = readBody(message);
    const name = firstField(body);
    const isHello = name.toLowerCase() === 'ismaster' || name === 'hello';
    if (!isHello || !message.queryNamespace?.endsWith('.$cmd'))
      fail('UnsupportedOpQueryCommand', `Unsupported OP_QUERY command: ${name}. The client driver may require an upgrade.`);
    body.set('$db', 'admin');
    ({ fields } = await runCommand(server, body, message.sequences, connection));
    if (!fields.has('ok')) fields.set('ok', 1);
  } catch (error) {
    fields = errorReply(error);
  }
  return encodeQueryReply(message.requestId, fields);
};

const runCommand = async (
  server: ServerContext,
  body: Document,
  sequences: ReadonlyMap<string, readonly Buffer[]>,
  connection: ClientConnection,
): Promise<Reply> => {
  try {
    const name = firstField(body);
    const command = commandNamed(name);
    const database = stringArgument(body, '$db');
    if (database === undefined) return fail('FailedToParse', 'OP_MSG requests require a $db argument');
    checkDatabaseName(database);
    if (command.adminOnly && database !== 'admin') fail('Unauthorized', `${name} may only be run against the admin database.`);
    checkCommandArguments(name, body, command.arguments);
    checkApiVersion(body, command);
    return await runInSession({ server, connection, command, name, database, body, sequences, timeLimit: timeLimitOf(body) });
  } catch (error) {
    return { fields: errorReply(error) };
  }
};

const firstField = (body: Document): string => {
  for (const name of body.keys()) return name;
  return '';
};

const checkDatabaseName = (database: string): void => {
  if (database === '' || Buffer.byteLength(database) > 63 || /[\0 "$./\\]/.test(database))
    fail('InvalidNamespace', `Invalid database name: '${database}'`);
};

const checkApiVersion = (body: Document, command: Command): void => {
  const version = stringArgument(body, 'apiVersion');
  if (version !== undefined && version !== '1') fail('APIVersionError', 'API version must be "1"');
  if (version === undefined && (body.has('apiStrict') || body.has('apiDeprecationErrors')))
    fail('InvalidOptions', 'Provided apiStrict and/or apiDeprecationErrors without passing apiVersion');
  if (body.get('apiStrict') === true && !command.inApiVersion1)
    fail('APIStrictError', `Provided apiStrict:true, but the command ${command.name} is not in API Version 1.`);
};

const mostMilliseconds = 2 ** 31 - 1;

const timeLimitOf = (body: Document): TimeLimit => {
  const value = body.get('maxTimeMS');
  if (!isNumeric(value)) return new TimeLimit(0);
  const milliseconds = toNumber(value);
  if (!Number.isInteger(milliseconds)) fail('BadValue', 'maxTimeMS has non-integral value');
  if (milliseconds < 0 || milliseconds > mostMilliseconds)
    throw new MongoError(errorCodes.BadValue, `${milliseconds} value for maxTimeMS is out of range [0, ${mostMilliseconds}]`);
  return new TimeLimit(milliseconds);
};
