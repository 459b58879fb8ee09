import type { Document, Value } from '../bson/values.js';
import { isDocument, isNumeric } from '../bson/values.js';
import { MongoError, errorCodes, fail } from '../errors.js';
import { arrayArgument, checkFields, documentArgument, flagArgument, stringArgument, toNumber } from '../commands/arguments.js';
import type { ClientConnection } from '../wire/ClientConnection.js';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the fail point does to one command. */
export interface Injected {
  readonly error?: MongoError | undefined;
  readonly writeConcernError?: Document | undefined;
  /** Exactly the labels of the answer; undefined leaves them to the usual rules. */
  readonly labels?: readonly string[] | undefined;
}

interface InterceptedCommand {
  readonly name: string;
  readonly command: { readonly name: string };
  readonly connection: ClientConnection;
}

const errorNames = new Map<number, string>(Object.entries(errorCodes).map(([name, code]) => [code, name]));

/** The fail point `failCommand`, for testing how a driver takes errors. Only where the server was started with test commands. */
export class FailPoints {
  private data: Document = new Map();
  private remaining = 0;
  private skipping = 0;

  configure(name: string, mode: Value | undefined, data: Document | undefined): void {
    if (name !== 'failCommand')
      throw new MongoError(errorCodes.BadValue, `embedded server: there is no fail point ${name}, only failCommand`);
    this.remaining = 0;
    this.skipping = 0;
    if (mode === 'off') return;
    this.data = data ?? new Map();
    checkFields('failCommand', this.data, {
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
    });
    this.setMode(mode);
  }

  /** Resolves to what is to happen to this command instead of, or after, its running; closes its connection where told to. */
  intercept(command: InterceptedCommand): Injected | Promise<Injected> | undefined {
    if (this.remaining === 0 || !this.concerns(command)) return undefined;
    if (this.skipping > 0) {
      this.skipping -= 1;
      return undefined;
    }
    this.remaining -= 1;
    return this.strike(command.connection, this.data);
  }

  private setMode(mode: Value | undefined): void {
    if (mode === 'alwaysOn') this.remaining = Infinity;
    else if (isDocument(mode)) {
      const times = mode.get('times');
      const skip = mode.get('skip');
      this.remaining = Infinity;
      if (isNumeric(times)) this.remaining = toNumber(times);
      else if (isNumeric(skip)) this.skipping = toNumber(skip);
      else fail('BadValue', 'embedded server: a fail point mode is off, alwaysOn, {times: n} or {skip: n}');
    } else fail('BadValue', 'embedded server: a fail point mode is off, alwaysOn, {times: n} or {skip: n}');
  }

  private concerns({ name, command, connection }: InterceptedCommand): boolean {
    if (command.name === 'configureFailPoint') return false;
    const names = arrayArgument(this.data, 'failCommands') ?? [];
    if (!names.includes(name) && !names.includes(command.name)) return false;
    const applicationName = stringArgument(this.data, 'appName');
    return applicationName === undefined || applicationName === connection.applicationName;
  }

  private async strike(connection: ClientConnection, data: Document): Promise<Injected> {
    if (flagArgument(data, 'blockConnection')) {
      const milliseconds = data.get('blockTimeMS');
      await sleep(isNumeric(milliseconds) ? toNumber(milliseconds) : 0);
    }
    if (flagArgument(data, 'closeConnection')) connection.close();
    const code = data.get('errorCode');
    const labels = arrayArgument(data, 'errorLabels')?.map(String);
    return {
      error: isNumeric(code) ? injectedError(toNumber(code)) : undefined,
      writeConcernError: documentArgument(data, 'writeConcernError'),
      labels,
    };
  }
}

const injectedError = (code: number): MongoError =>
  new MongoError(code, "Failing command via 'failCommand' failpoint", errorNames.get(code) ?? `Location${code}`);
