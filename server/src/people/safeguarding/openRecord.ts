import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import { authorize, notFound } from '../../platform/errors.js';
import { canOpenChildRecords } from '../policy.js';
import type { Viewer } from '../Viewer.js';
import type { ChildRecordRecord } from './ChildRecord.js';
import { ChildRecord } from './ChildRecord.js';

/** The viewer, who is one of the two designated people; throws FORBIDDEN for everybody else. */
export function safeguardingLead(context: Context): Viewer {
  const viewer = signedInViewer(context);
  authorize(canOpenChildRecords(viewer));
  return viewer;
}

export async function recordById(id: string): Promise<ChildRecordRecord> {
  const record = isValidObjectId(id) ? await ChildRecord.findById(id).lean<ChildRecordRecord>() : null;
  if (record === null) throw notFound();
  return record;
}

/** Pseudonyms are told apart by their letters, not by capitals: what somebody reads out on the telephone has none. */
export async function recordOfPseudonym(pseudonym: string): Promise<ChildRecordRecord | null> {
  const key = keyOf(pseudonym);
  const records = await ChildRecord.find().lean<ChildRecordRecord[]>();
  return records.find((record) => keyOf(record.pseudonym) === key) ?? null;
}

function keyOf(pseudonym: string): string {
  return pseudonym.trim().normalize('NFC').toLowerCase();
}
