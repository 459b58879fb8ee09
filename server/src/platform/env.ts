import { join } from 'node:path';
import { projectRoot } from './project-root.js';

/** What the operator decides, read once at the start from the environment. */
export interface Environment {
  /** PORT, default 4000; 0 takes any free one. */
  port: number;
  /** HOST, the address to listen on; default 127.0.0.1 with the demonstration network, else 0.0.0.0. */
  host: string;
  /** MONGODB_URI; undefined means the embedded server in the data folder. */
  mongodbUri: string | undefined;
  /** PLENUM_DATA, default `.plenum` in the project's folder. */
  dataDirectory: string;
  /** PUBLIC_URL, the address in mails and links, without a slash at its end; undefined means the address listened on. */
  publicUrl: string | undefined;
  /** DEMONSTRATION, whether anybody may sign in as anyone; default true only while MONGODB_URI and SMTP_URL are unset. */
  demonstration: boolean;
  /** SMTP_URL; undefined means the outbox that the browser can open. */
  smtpUrl: string | undefined;
  /** MAIL_FROM, the sender of mails. */
  mailFrom: string;
  /** LOG_LEVEL of pino, default `info`. */
  logLevel: LogLevel;
  /** TRUST_PROXY, how many proxies stand before the portal and may name the reader's address; default 0. */
  trustProxy: number;
  /** SESSION_DAYS for which a session lasts unused, default 30. */
  sessionDays: number;
  /** RATE_LIMIT, points of query cost that one address may spend in a minute on answers not kept ready; 0 means no limit. */
  rateLimit: number;
  /** EXECUTION: `compiled` compiles every operation, `interpreted` none, `adaptive` (default) those asked twice. */
  execution: Execution;
  /** KEEP_ANSWERS in megabytes of memory for whole answers; 0 keeps none; default 64. */
  keepAnswersMegabytes: number;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

const executions = ['compiled', 'interpreted', 'adaptive'] as const;
export type Execution = (typeof executions)[number];

/** A setting that cannot be understood; its message names the variable and says what it may be. */
export class InvalidEnvironment extends Error {
  override readonly name = 'InvalidEnvironment';
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment; throws `InvalidEnvironment` that names the variable at fault. */
export function readEnvironment(env: Variables = process.env): Environment {
  const mongodbUri = url(env, 'MONGODB_URI', ['mongodb:', 'mongodb+srv:']);
  const smtpUrl = url(env, 'SMTP_URL', ['smtp:', 'smtps:']);
  const demonstration = yesOrNo(env, 'DEMONSTRATION', mongodbUri === undefined && smtpUrl === undefined);
  return {
    port: wholeNumber(env, 'PORT', { least: 0, most: 65_535, otherwise: 4000 }),
    host: text(env, 'HOST') ?? (demonstration ? '127.0.0.1' : '0.0.0.0'),
    mongodbUri,
    dataDirectory: text(env, 'PLENUM_DATA') ?? join(projectRoot, '.plenum'),
    publicUrl: url(env, 'PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, ''),
    demonstration,
    smtpUrl,
    mailFrom: text(env, 'MAIL_FROM') ?? 'Plenum <plenum@localhost>',
    logLevel: oneOf(env, 'LOG_LEVEL', logLevels, 'info'),
    trustProxy: wholeNumber(env, 'TRUST_PROXY', { least: 0, most: 10, otherwise: 0 }),
    sessionDays: wholeNumber(env, 'SESSION_DAYS', { least: 1, most: 400, otherwise: 30 }),
    rateLimit: wholeNumber(env, 'RATE_LIMIT', { least: 0, most: 1_000_000_000, otherwise: 2_000_000 }),
    execution: oneOf(env, 'EXECUTION', executions, 'adaptive'),
    keepAnswersMegabytes: wholeNumber(env, 'KEEP_ANSWERS', { least: 0, most: 16_384, otherwise: 64 }),
  };
}

function text(env: Variables, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function wholeNumber(env: Variables, name: string, bounds: { least: number; most: number; otherwise: number }): number {
  const value = text(env, name);
  if (value === undefined) return bounds.otherwise;
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= bounds.least && number <= bounds.most)) {
    throw new InvalidEnvironment(`${name} must be a whole number from ${bounds.least} to ${bounds.most}, not "${value}".`);
  }
  return number;
}

function yesOrNo(env: Variables, name: string, otherwise: boolean): boolean {
  const value = text(env, name)?.toLowerCase();
  if (value === undefined) return otherwise;
  if (['true', 'yes', 'on', '1'].includes(value)) return true;
  if (['false', 'no', 'off', '0'].includes(value)) return false;
  throw new InvalidEnvironment(`${name} must be true or false, not "${value}".`);
}

function oneOf<T extends string>(env: Variables, name: string, choices: readonly T[], otherwise: T): T {
  const value = text(env, name);
  if (value === undefined) return otherwise;
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new InvalidEnvironment(`${name} must be one of ${choices.join(', ')}, not "${value}".`);
  return choice;
}

function url(env: Variables, name: string, protocols: readonly string[]): string | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const protocol = protocols.find((candidate) => value.startsWith(`${candidate}//`));
  if (protocol === undefined) {
    // The value itself may carry a password, so it is not repeated.
    throw new InvalidEnvironment(`${name} must be an address that begins with ${protocols.map((each) => `${each}//`).join(' or ')}.`);
  }
  return value;
}
