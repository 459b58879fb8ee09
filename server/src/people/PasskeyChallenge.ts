import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';

/** What a passkey was asked to sign, until it has answered or five minutes are over. */
export interface PasskeyChallengeRecord {
  _id: Types.ObjectId;
  /** SHA-256 of the challenge, hexadecimal. */
  challengeHash: string;
  /** Whose passkey is to be added; null for signing in. */
  accountId: Types.ObjectId | null;
  askedAt: Date;
  expiresAt: Date;
}

const schema = new Schema<PasskeyChallengeRecord>({
  challengeHash: { type: String, required: true },
  accountId: { type: Schema.Types.ObjectId, default: null },
  askedAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
});
schema.index({ challengeHash: 1 }, { unique: true });
schema.index({ expiresAt: 1 });

export const PasskeyChallenge = model<PasskeyChallengeRecord>('PasskeyChallenge', schema);
