import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../../platform/model.js';

/** That an organisation was asked to confirm its data; once a year. */
export interface ConfirmationRequestRecord {
  organisationId: Types.ObjectId;
  year: number;
  askedAt: Date;
}

const schema = new Schema<ConfirmationRequestRecord>({
  organisationId: { type: Schema.Types.ObjectId, required: true },
  year: { type: Number, required: true },
  askedAt: { type: Date, required: true },
});
schema.index({ organisationId: 1, year: -1 }, { unique: true });

export const ConfirmationRequest = model<ConfirmationRequestRecord>('ConfirmationRequest', schema);
