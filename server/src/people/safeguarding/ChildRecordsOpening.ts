import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../../platform/model.js';

const answers = ['AGREED', 'REFUSED'] as const;

/** That one designated person asked to open the restricted store, and what the other answered. */
export interface ChildRecordsOpeningRecord {
  _id: Types.ObjectId;
  id: string;
  reason: string;
  askedById: Types.ObjectId;
  askedAt: Date;
  lapsesAt: Date;
  answer: (typeof answers)[number] | null;
  answeredById: Types.ObjectId | null;
  answeredAt: Date | null;
  refusedBecause: string | null;
  /** Until when the store is open to both, that moment excluded; null unless the other agreed. */
  closesAt: Date | null;
  /** When one of the two closed it, or took back what was asked. */
  closedAt: Date | null;
}

const schema = new Schema<ChildRecordsOpeningRecord>({
  reason: { type: String, required: true, maxlength: 1000 },
  askedById: { type: Schema.Types.ObjectId, required: true },
  askedAt: { type: Date, required: true },
  lapsesAt: { type: Date, required: true },
  answer: { type: String, enum: [...answers, null], default: null },
  answeredById: { type: Schema.Types.ObjectId, default: null },
  answeredAt: { type: Date, default: null },
  refusedBecause: { type: String, default: null, maxlength: 1000 },
  closesAt: { type: Date, default: null },
  closedAt: { type: Date, default: null },
});
schema.index({ askedAt: -1 });

export const ChildRecordsOpening = model<ChildRecordsOpeningRecord>('ChildRecordsOpening', schema);
