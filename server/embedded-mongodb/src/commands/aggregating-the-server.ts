import type { Document, Value } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { fail } from '../errors.js';
import { checkFields } from './arguments.js';
import { fieldsOf } from './fields.js';
import type { Request } from './Request.js';

/** Puts what the server knows of itself in the place of a first stage that asks for it: `$listLocalSessions`. */
export const ownStages = (request: Request, stages: readonly Value[]): readonly Value[] => {
  const [first, ...others] = stages;
  const asked = isDocument(first) ? first.get('$listLocalSessions') : undefined;
  if (asked === undefined) return stages;
  if (!isDocument(asked)) return fail('TypeMismatch', '$listLocalSessions options must be specified in an object');
  checkFields('$listLocalSessions', asked, { allUsers: 'boolean', users: 'array' });
  if (typeof request.body.get('aggregate') === 'string')
    fail('InvalidNamespace', '$listLocalSessions must be run against the database with {aggregate: 1}, not a collection');
  return [documents(request.server.sessions.list()), ...others];
};

const documents = (list: readonly Document[]): Document => fieldsOf({ $documents: fieldsOf({ $literal: [...list] }) });
