import { Timestamp } from '../bson/values.js';
import { compareTimes } from '../change-streams/ResumeToken.js';
import { fail } from '../errors.js';
import { checkFields, documentArgument, stringArgument } from './arguments.js';
import type { Command } from './Command.js';
import type { Document } from '../bson/values.js';

const levels = new Set(['local', 'available', 'majority', 'linearizable', 'snapshot']);
const transactionLevels = new Set(['local', 'majority', 'snapshot']);

/** What a single member promises is the same at every level; only what MongoDB itself refuses is refused. */
export const checkReadConcern = (
  body: Document,
  command: Command,
  transaction: 'none' | 'starts' | 'continues',
  clusterTime: Timestamp,
): void => {
  const readConcern = documentArgument(body, 'readConcern');
  if (!readConcern || readConcern.size === 0) return;
  checkFields('readConcern', readConcern, {
    level: 'string',
    afterClusterTime: 'timestamp',
    atClusterTime: 'timestamp',
    provenance: 'string',
  });
  const level = stringArgument(readConcern, 'level');
  if (level !== undefined && !levels.has(level))
    fail('BadValue', `Enumeration value '${level}' for field 'readConcern.level' is not a valid value.`);
  if (transaction === 'continues') fail('InvalidOptions', 'Only the first command in a transaction may specify a readConcern');
  if (transaction === 'starts') {
    if (level !== undefined && !transactionLevels.has(level))
      fail(
        'InvalidOptions',
        "The readConcern level must be either 'local' (default), 'majority' or 'snapshot' in order to run in a transaction",
      );
  } else {
    if (!command.takesReadConcern && level !== undefined && level !== 'local')
      fail('InvalidOptions', `Command ${command.name} does not support { readConcern: { level: "${level}" } }`);
    if (level === 'snapshot')
      fail('InvalidOptions', "embedded server: readConcern 'snapshot' is for transactions only; use MongoDB (MONGODB_URI)");
  }
  if (readConcern.has('atClusterTime'))
    fail('InvalidOptions', 'embedded server: atClusterTime is not supported; use MongoDB (MONGODB_URI)');
  const after = readConcern.get('afterClusterTime');
  if (after instanceof Timestamp && after.isZero()) fail('InvalidOptions', 'afterClusterTime cannot be a null timestamp');
  // A client may have been told of a time whose commit a crash has undone: only what is yet to come is refused.
  if (after instanceof Timestamp && compareTimes(after, clusterTime) > 0 && after.high > Date.now() / 1000)
    fail('InvalidOptions', 'readConcern afterClusterTime value must not be greater than the current clusterTime.');
};
