import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';
import type { DuplicateReason } from './import/findPossibleDuplicates.js';
import { reasonKinds } from './import/findPossibleDuplicates.js';

/** Two entries that may be one organisation under two names; a person decides. */
export interface PossibleDuplicateShape {
  _id: Types.ObjectId;
  /** The entry with the lesser short name of the two, so that a pair is kept once. */
  left: Types.ObjectId;
  right: Types.ObjectId;
  reasons: DuplicateReason[];
  /** Set once the secretariat has found them to be two organisations; no import proposes them again. */
  keptApart: KeptApart | null;
}

export interface KeptApart {
  at: Date;
  /** The person who decided it. */
  byId: string;
  reason: string;
}

const schema = new Schema<PossibleDuplicateShape>({
  left: { type: Schema.Types.ObjectId, ref: 'Organisation', required: true },
  right: { type: Schema.Types.ObjectId, ref: 'Organisation', required: true },
  reasons: {
    type: [
      new Schema<DuplicateReason>(
        { kind: { type: String, required: true, enum: reasonKinds }, words: { type: String, required: true } },
        { _id: false },
      ),
    ],
    required: true,
  },
  keptApart: {
    type: new Schema<KeptApart>(
      { at: { type: Date, required: true }, byId: { type: String, required: true }, reason: { type: String, required: true } },
      { _id: false },
    ),
    default: null,
  },
});
schema.index({ left: 1, right: 1 }, { unique: true });

export const PossibleDuplicate = model<PossibleDuplicateShape>('PossibleDuplicate', schema);
