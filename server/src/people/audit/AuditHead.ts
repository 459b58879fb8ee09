import { Schema } from 'mongoose';
import { model } from '../../platform/model.js';

/** The end of the audit trail: how many entries there are and the hash of the last one. One document, which every act takes in turn. */
export interface AuditHeadRecord {
  name: 'head';
  sequence: number;
  hash: string;
}

const schema = new Schema<AuditHeadRecord>({
  name: { type: String, required: true },
  sequence: { type: Number, required: true },
  hash: { type: String, required: true },
});
schema.index({ name: 1 }, { unique: true });

export const AuditHead = model<AuditHeadRecord>('AuditHead', schema);
