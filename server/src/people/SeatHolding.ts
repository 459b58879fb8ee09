import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';
import type { SeatKind } from './Viewer.js';
import { seatKinds } from './Viewer.js';

/** That one person held one seat from `startedAt` until `endedAt`, that moment excluded. Nothing of it is ever rewritten but the open end. */
export interface SeatHoldingRecord {
  _id: Types.ObjectId;
  id: string;
  seatId: Types.ObjectId;
  personId: Types.ObjectId;
  /** The seat's, kept here too so that a viewer is read at once; a seat never moves. */
  organisationId: Types.ObjectId;
  kind: SeatKind;
  isAdministrator: boolean;
  startedAt: Date;
  endedAt: Date | null;
}

const schema = new Schema<SeatHoldingRecord>({
  seatId: { type: Schema.Types.ObjectId, required: true },
  personId: { type: Schema.Types.ObjectId, required: true },
  organisationId: { type: Schema.Types.ObjectId, required: true },
  kind: { type: String, enum: seatKinds, required: true },
  isAdministrator: { type: Boolean, required: true },
  startedAt: { type: Date, required: true },
  endedAt: { type: Date, default: null },
});
schema.index({ seatId: 1, startedAt: -1 });
schema.index({ personId: 1, startedAt: -1 });
schema.index({ organisationId: 1, startedAt: -1 });

export const SeatHolding = model<SeatHoldingRecord>('SeatHolding', schema);
