import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../../platform/model.js';

/** What one field said before and after an act; null where there was nothing. Never anything personal: people stand here by key. */
export interface AuditChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** One act of somebody, chained to the act before it. Entries are only ever added. */
export interface AuditEntryRecord {
  _id: Types.ObjectId;
  id: string;
  /** 1, 2, 3 ... without a gap. */
  sequence: number;
  at: Date;
  /** The person who acted; null for the operator at the command line. */
  actorId: string | null;
  /** The organisation for which the person acted; null when for none. */
  onBehalfOf: string | null;
  /** The mutation, such as `replaceSeatHolder`. */
  act: string;
  subjectType: string;
  subjectId: string;
  reason: string | null;
  changes: AuditChange[];
  /** The `hash` of the entry before; 64 zeros for the first. */
  previousHash: string;
  hash: string;
}

const schema = new Schema<AuditEntryRecord>({
  sequence: { type: Number, required: true },
  at: { type: Date, required: true },
  actorId: { type: String, default: null },
  onBehalfOf: { type: String, default: null },
  act: { type: String, required: true },
  subjectType: { type: String, required: true },
  subjectId: { type: String, required: true },
  reason: { type: String, default: null },
  changes: {
    type: [
      new Schema<AuditChange>(
        { field: { type: String, required: true }, before: { type: String, default: null }, after: { type: String, default: null } },
        { _id: false },
      ),
    ],
    default: [],
  },
  previousHash: { type: String, required: true },
  hash: { type: String, required: true },
});
schema.index({ sequence: 1 }, { unique: true });
schema.index({ actorId: 1, sequence: -1 });
schema.index({ subjectId: 1, sequence: -1 });
schema.index({ onBehalfOf: 1, sequence: -1 });
schema.index({ act: 1, sequence: -1 });

export const AuditEntry = model<AuditEntryRecord>('AuditEntry', schema);
