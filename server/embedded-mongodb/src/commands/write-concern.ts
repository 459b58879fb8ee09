import type { Document } from '../bson/values.js';
import { isDocument, isNumeric } from '../bson/values.js';
import { errorCodes, fail } from '../errors.js';
import { checkFields, documentArgument, toNumber } from './arguments.js';
import type { Command } from './Command.js';
import { fieldsOf, int } from './fields.js';

const mostMembers = 50;

/** Refuses what MongoDB refuses. Every accepted write is durable before its answer, whatever it asked for. */
export const checkWriteConcern = (body: Document, command: Command): void => {
  const writeConcern = documentArgument(body, 'writeConcern');
  if (!writeConcern || writeConcern.size === 0) return;
  if (!command.takesWriteConcern) fail('InvalidOptions', `Command does not support writeConcern`);
  checkFields('writeConcern', writeConcern, {
    w: 'any',
    j: 'flag',
    wtimeout: 'number',
    wtimeoutMS: 'number',
    fsync: 'flag',
    provenance: 'string',
    getLastError: 'any',
  });
  const w = writeConcern.get('w');
  if (isDocument(w)) fail('FailedToParse', 'w has to be a number, string, or object with tags');
  if (isNumeric(w)) {
    const members = toNumber(w);
    if (!(members >= 0 && members <= mostMembers))
      fail('FailedToParse', 'w has to be a non-negative number and not greater than 50; found: ' + String(members));
  } else if (w !== undefined && w !== null && typeof w !== 'string')
    fail('FailedToParse', 'w has to be a number, string, or object; found: ' + typeof w);
};

/** The complaint that accompanies a successful write which more members were to confirm than there are. */
export const writeConcernError = (body: Document): Document | undefined => {
  const w = documentArgument(body, 'writeConcern')?.get('w');
  if (isNumeric(w) && toNumber(w) > 1)
    return errorOf(errorCodes.UnsatisfiableWriteConcern, 'UnsatisfiableWriteConcern', 'Not enough data-bearing nodes');
  if (typeof w === 'string' && w !== 'majority')
    return errorOf(
      errorCodes.UnknownReplWriteConcern,
      'UnknownReplWriteConcern',
      `No write concern mode named '${w}' found in replica set configuration`,
    );
  return undefined;
};

const errorOf = (code: number, codeName: string, errmsg: string): Document => fieldsOf({ code: int(code), codeName, errmsg });
