import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import type { AuditFilter } from '../../generated/graphql.js';
import { authorize } from '../../platform/errors.js';
import type { Connection, PageArguments } from '../../platform/pagination.js';
import { connectionOfQuery } from '../../platform/pagination.js';
import type { PersonRecord } from '../Person.js';
import { canReadAuditTrail } from '../policy.js';
import type { AuditEntryRecord } from './AuditEntry.js';
import { AuditEntry } from './AuditEntry.js';

/** The entries that match, newest first. */
export async function auditTrail(
  context: Context,
  { filter, ...page }: PageArguments & { filter?: AuditFilter | null | undefined },
): Promise<Connection<AuditEntryRecord>> {
  authorize(canReadAuditTrail(context.viewer));
  return connectionOfQuery(AuditEntry.find(conditionOf(filter ?? {})).lean<AuditEntryRecord[]>(), page, [['sequence', -1]]);
}

function conditionOf({ acts, actorId, subjectId, organisationId, from, until }: AuditFilter): Record<string, unknown> {
  return {
    ...(acts ? { act: { $in: acts } } : {}),
    ...(actorId ? { actorId } : {}),
    ...(subjectId ? { subjectId } : {}),
    ...(organisationId ? { onBehalfOf: organisationId } : {}),
    ...(from || until ? { at: { ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) } } : {}),
  };
}

export async function actorOf(context: Context, { actorId }: AuditEntryRecord): Promise<PersonRecord | null> {
  return actorId !== null && isValidObjectId(actorId) ? context.loaders.person.load(actorId) : null;
}
