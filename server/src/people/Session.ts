import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';

export const signInMethods = ['LINK', 'CODE', 'PASSKEY', 'INVITATION', 'DEMONSTRATION'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** One browser in which a person is signed in. The token itself is only in the browser's cookie. */
export interface SessionRecord {
  _id: Types.ObjectId;
  id: string;
  /** SHA-256 of the token, hexadecimal. */
  tokenHash: string;
  accountId: Types.ObjectId;
  personId: Types.ObjectId;
  /** Such as `Firefox`; null when the browser did not say. */
  browser: string | null;
  /** Such as `Android`; null when the browser did not say. */
  system: string | null;
  signedInBy: SignInMethod;
  signedInAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

const schema = new Schema<SessionRecord>({
  tokenHash: { type: String, required: true },
  accountId: { type: Schema.Types.ObjectId, required: true },
  personId: { type: Schema.Types.ObjectId, required: true },
  browser: { type: String, default: null },
  system: { type: String, default: null },
  signedInBy: { type: String, enum: signInMethods, required: true },
  signedInAt: { type: Date, required: true },
  lastUsedAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
});
schema.index({ tokenHash: 1 }, { unique: true });
schema.index({ personId: 1 });
schema.index({ expiresAt: 1 });

export const Session = model<SessionRecord>('Session', schema);
