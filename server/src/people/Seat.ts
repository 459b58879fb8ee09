import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';
import type { SeatKind } from './Viewer.js';
import { seatKinds } from './Viewer.js';

/** A place that an organisation fills in the network; votes, attendance and burden belong to it, not to who holds it. */
export interface SeatRecord {
  _id: Types.ObjectId;
  id: string;
  organisationId: Types.ObjectId;
  kind: SeatKind;
  openedAt: Date;
}

const schema = new Schema<SeatRecord>({
  organisationId: { type: Schema.Types.ObjectId, required: true },
  kind: { type: String, enum: seatKinds, required: true },
  openedAt: { type: Date, required: true },
});
schema.index({ organisationId: 1 });

export const Seat = model<SeatRecord>('Seat', schema);
