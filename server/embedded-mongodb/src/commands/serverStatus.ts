import { hostname } from 'node:os';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { serverVersion } from './buildInfo.js';
import { fieldsOf, int } from './fields.js';
import { maxOpenCursors } from '../cursors/Cursors.js';
import { maxConnections } from '../wire/limits.js';

export const serverStatus: Command = {
  name: 'serverStatus',
  arguments: {},
  run: ({ server }) => {
    const { rss, heapUsed } = process.memoryUsage();
    const upMs = Date.now() - server.startedAt.getTime();
    return reply(
      fieldsOf({
        host: hostname(),
        version: serverVersion,
        process: 'embedded-mongodb',
        pid: BigInt(process.pid),
        uptime: upMs / 1000,
        uptimeMillis: BigInt(upMs),
        localTime: new Date(),
        connections: fieldsOf({
          current: int(server.connections.current),
          available: int(maxConnections - server.connections.current),
          totalCreated: int(server.connections.created),
        }),
        metrics: fieldsOf({ cursor: fieldsOf({ open: fieldsOf({ total: BigInt(server.cursors.count), limit: BigInt(maxOpenCursors) }) }) }),
        logicalSessionRecordCache: fieldsOf({ activeSessionsCount: int(server.sessions.count) }),
        transactions: fieldsOf({ currentOpen: BigInt(server.sessions.transactionsOpen) }),
        mem: fieldsOf({ bits: int(64), resident: int(Math.round(rss / 2 ** 20)), heap: int(Math.round(heapUsed / 2 ** 20)) }),
        storageEngine: fieldsOf({ name: 'lmdb', persistent: true }),
      }),
    );
  },
};
