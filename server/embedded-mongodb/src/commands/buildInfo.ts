import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';
import { maxDocumentBytes } from '../wire/limits.js';

export const serverVersion = '8.0.0';

export const buildInfo: Command = {
  name: 'buildInfo',
  aliases: ['buildinfo'],
  arguments: {},
  run: () =>
    reply(
      fieldsOf({
        version: serverVersion,
        gitVersion: 'embedded',
        modules: [],
        javascriptEngine: 'none',
        sysInfo: 'embedded server; not MongoDB itself',
        versionArray: [int(8), int(0), int(0), int(0)],
        bits: int(64),
        debug: false,
        maxBsonObjectSize: int(maxDocumentBytes),
        storageEngines: ['lmdb'],
      }),
    ),
};
