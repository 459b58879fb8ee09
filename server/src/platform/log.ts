import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';

export type { Logger } from 'pino';

/** Names under which a secret might be logged by accident, at the top and one level down. */
const secrets = ['cookie', 'authorization', 'token', 'tokens', 'secret', 'password', '["set-cookie"]'];

/** The structured log: one JSON object a line, with secrets left out wherever they stand. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: secrets.flatMap((name) => (name.startsWith('[') ? [name, `*${name}`, `*.*${name}`] : [name, `*.${name}`, `*.*.${name}`])),
        censor: '[left out]',
      },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
}
