import { fail, notSupported } from '../errors.js';
import { abortTransaction } from './abortTransaction.js';
import { aggregate } from './aggregate.js';
import { buildInfo } from './buildInfo.js';
import { bulkWrite } from './bulkWrite.js';
import { collMod } from './collMod.js';
import type { Command } from './Command.js';
import { commitTransaction } from './commitTransaction.js';
import { configureFailPoint } from './configureFailPoint.js';
import { connectionStatus } from './connectionStatus.js';
import { count } from './count.js';
import { create } from './create.js';
import { createIndexes } from './createIndexes.js';
import { deleteCommand } from './delete.js';
import { distinct } from './distinct.js';
import { drop } from './drop.js';
import { dropDatabase } from './dropDatabase.js';
import { dropIndexes } from './dropIndexes.js';
import { endSessions } from './endSessions.js';
import { explain } from './explain.js';
import { find } from './find.js';
import { findAndModify } from './findAndModify.js';
import { getMore } from './getMore.js';
import { getParameter } from './getParameter.js';
import { hello, isMaster } from './hello.js';
import { insert } from './insert.js';
import { killAllSessions, killAllSessionsByPattern } from './killAllSessions.js';
import { killCursors } from './killCursors.js';
import { killSessions } from './killSessions.js';
import { listCollections } from './listCollections.js';
import { listDatabases } from './listDatabases.js';
import { listIndexes } from './listIndexes.js';
import { ping } from './ping.js';
import { refreshSessions } from './refreshSessions.js';
import { renameCollection } from './renameCollection.js';
import { serverStatus } from './serverStatus.js';
import { startSession } from './startSession.js';
import { update } from './update.js';

const commands: readonly Command[] = [
  abortTransaction,
  aggregate,
  buildInfo,
  bulkWrite,
  collMod,
  commitTransaction,
  configureFailPoint,
  connectionStatus,
  count,
  create,
  createIndexes,
  deleteCommand,
  distinct,
  drop,
  dropDatabase,
  dropIndexes,
  endSessions,
  explain,
  find,
  findAndModify,
  getMore,
  getParameter,
  hello,
  insert,
  isMaster,
  killAllSessions,
  killAllSessionsByPattern,
  killCursors,
  killSessions,
  listCollections,
  listDatabases,
  listIndexes,
  ping,
  refreshSessions,
  renameCollection,
  serverStatus,
  startSession,
  update,
];

const byName = new Map<string, Command>(
  commands.flatMap((command) => [command.name, ...(command.aliases ?? [])].map((name) => [name, command] as const)),
);

/** MongoDB has these; they are left out here. */
const leftOut: ReadonlySet<string> = new Set([
  'analyze',
  'applyOps',
  'authenticate',
  'autoCompact',
  'cloneCollectionAsCapped',
  'collStats',
  'compact',
  'convertToCapped',
  'createRole',
  'createSearchIndexes',
  'createUser',
  'currentOp',
  'dataSize',
  'dbHash',
  'dbStats',
  'dropAllRolesFromDatabase',
  'dropAllUsersFromDatabase',
  'dropConnections',
  'dropRole',
  'dropSearchIndex',
  'dropUser',
  'enableSharding',
  'filemd5',
  'fsync',
  'fsyncUnlock',
  'getClusterParameter',
  'getCmdLineOpts',
  'getDefaultRWConcern',
  'getLog',
  'grantPrivilegesToRole',
  'grantRolesToRole',
  'grantRolesToUser',
  'hostInfo',
  'invalidateUserCache',
  'killOp',
  'listCommands',
  'listSearchIndexes',
  'lockInfo',
  'logRotate',
  'logout',
  'mapReduce',
  'mapreduce',
  'planCacheClear',
  'planCacheClearFilters',
  'planCacheListFilters',
  'planCacheSetFilter',
  'profile',
  'reIndex',
  'replSetAbortPrimaryCatchUp',
  'replSetFreeze',
  'replSetGetConfig',
  'replSetGetStatus',
  'replSetInitiate',
  'replSetMaintenance',
  'replSetReconfig',
  'replSetResizeOplog',
  'replSetStepDown',
  'replSetSyncFrom',
  'revokePrivilegesFromRole',
  'revokeRolesFromRole',
  'revokeRolesFromUser',
  'rolesInfo',
  'saslContinue',
  'saslStart',
  'setClusterParameter',
  'setDefaultRWConcern',
  'setFeatureCompatibilityVersion',
  'setParameter',
  'setUserWriteBlockMode',
  'shardCollection',
  'shutdown',
  'top',
  'updateRole',
  'updateSearchIndex',
  'updateUser',
  'usersInfo',
  'validate',
  'validateDBMetadata',
  'whatsmyuri',
]);

/** The command of that name or alias: 115 for one that MongoDB has and this server lacks, 59 for one that nobody knows. */
export const commandNamed = (name: string): Command => {
  const command = byName.get(name);
  if (command) return command;
  return leftOut.has(name) ? notSupported(`the command ${name}`) : fail('CommandNotFound', `no such command: '${name}'`);
};
