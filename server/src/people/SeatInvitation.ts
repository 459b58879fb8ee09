import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import type { Language } from '../platform/language.js';
import { languages } from '../platform/language.js';
import { model } from '../platform/model.js';
import type { SeatKind } from './Viewer.js';
import { seatKinds } from './Viewer.js';

export const seatInvitationStates = ['OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const;
export type SeatInvitationState = (typeof seatInvitationStates)[number];

/** An invitation to a seat, answered by the secret of its mail. */
export interface SeatInvitationRecord {
  _id: Types.ObjectId;
  id: string;
  organisationId: Types.ObjectId;
  kind: SeatKind;
  /** Null when accepting opens a new seat. */
  seatId: Types.ObjectId | null;
  /** Who is followed; null when the seat was vacant. */
  replacesHoldingId: Types.ObjectId | null;
  name: string;
  email: string;
  language: Language;
  isAdministrator: boolean;
  /** SHA-256 of the link's secret, hexadecimal. */
  tokenHash: string;
  invitedById: Types.ObjectId;
  invitedAt: Date;
  expiresAt: Date;
  state: SeatInvitationState;
  answeredAt: Date | null;
}

const schema = new Schema<SeatInvitationRecord>({
  organisationId: { type: Schema.Types.ObjectId, required: true },
  kind: { type: String, enum: seatKinds, required: true },
  seatId: { type: Schema.Types.ObjectId, default: null },
  replacesHoldingId: { type: Schema.Types.ObjectId, default: null },
  name: { type: String, required: true },
  email: { type: String, required: true },
  language: { type: String, enum: languages, required: true },
  isAdministrator: { type: Boolean, required: true },
  tokenHash: { type: String, required: true },
  invitedById: { type: Schema.Types.ObjectId, required: true },
  invitedAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  state: { type: String, enum: seatInvitationStates, required: true },
  answeredAt: { type: Date, default: null },
});
schema.index({ tokenHash: 1 }, { unique: true });
schema.index({ organisationId: 1, state: 1 });
schema.index({ email: 1 });

export const SeatInvitation = model<SeatInvitationRecord>('SeatInvitation', schema);
