import { setTimeout as sleep } from 'node:timers/promises';
import type { Document, Value } from '../bson/values.js';
import { isNumeric } from '../bson/values.js';
import { MongoError, errorCodes, fail } from '../errors.js';
import { arrayArgument, checkFields, documentArgument, flagArgument, stringArgument, toNumber } from '../commands/arguments.js';
import type { ArgumentTable } from '../commands/arguments.js';
import type { ClientConnection } from '../wire/ClientConnection.js';
import { FailPoint } from './FailPoint.js';

/** What a fail point does to one command. */
export interface Injected {
  /** Instead of running. */
  readonly error?: MongoError | undefined;
  /** Beside the answer. */
  readonly writeConcernError?: Document | undefined;
  /** Exactly the labels of the answer; undefined leaves them to the usual rules. */
  readonly labels?: readonly string[] | undefined;
  /** The command runs, and its answer is lost. */
  readonly losesAnswer?: boolean | undefined;
}

export interface InterceptedCommand {
  readonly name: string;
  readonly command: { readonly name: string };
  readonly connection: ClientConnection;
}

const dataOf: Readonly<Record<string, ArgumentTable>> = {
  failCommand: {
    failCommands: 'array',
    errorCode: 'number',
    closeConnection: 'boolean',
    blockConnection: 'boolean',
    blockTimeMS: 'number',
    errorLabels: 'array',
    writeConcernError: 'document',
    appName: 'string',
    threadName: 'string',
    namespace: 'string',
    failInternalCommands: 'boolean',
    failLocalClients: 'boolean',
  },
  onPrimaryTransactionalWrite: { closeConnection: 'boolean', failBeforeCommitExceptionCode: 'number' },
  failGetMoreAfterCursorCheckout: { errorCode: 'number', closeConnection: 'boolean' },
};

const errorNames = new Map<number, string>(Object.entries(errorCodes).map(([name, code]) => [code, name]));

/** The fail points that drivers' tests use. Only where the server was started with test commands. */
export class FailPoints {
  private readonly failCommand = new FailPoint();
  private readonly onPrimaryTransactionalWrite = new FailPoint();
  private readonly failGetMore = new FailPoint();

  configure(name: string, mode: Value | undefined, data: Document): void {
    const table = Object.hasOwn(dataOf, name) ? dataOf[name] : undefined;
    if (!table) return fail('BadValue', `embedded server: there is no fail point ${name}, only ${Object.keys(dataOf).join(', ')}`);
    checkFields(name, data, table);
    this.named(name).configure(mode, data);
  }

  /** What is to happen to this command; undefined in the usual case of nothing. */
  intercept(command: InterceptedCommand, isRetryableWrite: boolean): Injected | Promise<Injected> | undefined {
    if (this.failCommand.isOn && this.concerns(command) && this.failCommand.strikes()) return this.failed(command.connection);
    if (isRetryableWrite && this.onPrimaryTransactionalWrite.strikes()) return this.failedWrite(command.connection);
    return undefined;
  }

  /** Fails a getMore that has found its cursor. */
  interceptGetMore(connection: ClientConnection): void {
    if (!this.failGetMore.strikes()) return;
    const { data } = this.failGetMore;
    if (flagArgument(data, 'closeConnection')) connection.close();
    const code = data.get('errorCode');
    throw injectedError(isNumeric(code) ? toNumber(code) : errorCodes.SocketException, 'failGetMoreAfterCursorCheckout');
  }

  private named(name: string): FailPoint {
    if (name === 'failCommand') return this.failCommand;
    return name === 'failGetMoreAfterCursorCheckout' ? this.failGetMore : this.onPrimaryTransactionalWrite;
  }

  private concerns({ name, command, connection }: InterceptedCommand): boolean {
    if (command.name === 'configureFailPoint') return false;
    const { data } = this.failCommand;
    const names = arrayArgument(data, 'failCommands') ?? [];
    if (!names.includes(name) && !names.includes(command.name)) return false;
    const applicationName = stringArgument(data, 'appName');
    return applicationName === undefined || applicationName === connection.applicationName;
  }

  private async failed(connection: ClientConnection): Promise<Injected> {
    const { data } = this.failCommand;
    const milliseconds = data.get('blockTimeMS');
    if (flagArgument(data, 'blockConnection')) await sleep(isNumeric(milliseconds) ? toNumber(milliseconds) : 0);
    if (flagArgument(data, 'closeConnection')) return hungUp(connection);
    const code = data.get('errorCode');
    return {
      error: isNumeric(code) ? injectedError(toNumber(code), 'failCommand') : undefined,
      writeConcernError: documentArgument(data, 'writeConcernError'),
      labels: arrayArgument(data, 'errorLabels')?.map(String),
    };
  }

  private failedWrite(connection: ClientConnection): Injected {
    const { data } = this.onPrimaryTransactionalWrite;
    const closes = flagArgument(data, 'closeConnection') ?? true;
    const code = data.get('failBeforeCommitExceptionCode');
    if (!isNumeric(code)) return { losesAnswer: closes };
    return closes ? hungUp(connection) : { error: injectedError(toNumber(code), 'onPrimaryTransactionalWrite') };
  }
}

const hungUp = (connection: ClientConnection): Injected => {
  connection.close();
  return { error: injectedError(errorCodes.SocketException, 'closeConnection') };
};

const injectedError = (code: number, failPoint: string): MongoError =>
  new MongoError(code, `Failing command via '${failPoint}' failpoint`, errorNames.get(code) ?? `Location${code}`);
