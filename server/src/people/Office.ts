import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';
import type { OfficeKind } from './Viewer.js';
import { officeKinds } from './Viewer.js';

/** An office of the network, held by one person from `startedAt` until `endedAt`, that moment excluded. */
export interface OfficeRecord {
  _id: Types.ObjectId;
  id: string;
  kind: OfficeKind;
  /** What it is limited to, such as the short name of a coalition or the key of a group; null for the whole network. */
  scope: string | null;
  personId: Types.ObjectId;
  startedAt: Date;
  endedAt: Date | null;
}

const schema = new Schema<OfficeRecord>({
  kind: { type: String, enum: officeKinds, required: true },
  scope: { type: String, default: null, maxlength: 200 },
  personId: { type: Schema.Types.ObjectId, required: true },
  startedAt: { type: Date, required: true },
  endedAt: { type: Date, default: null },
});
schema.index({ personId: 1, startedAt: -1 });
schema.index({ kind: 1, scope: 1, startedAt: -1 });

export const Office = model<OfficeRecord>('Office', schema);
