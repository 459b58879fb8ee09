import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';

/** That somebody asked for a sign-in link. Kept for unknown addresses too, so that both are answered alike. */
export interface SignInRequestRecord {
  _id: Types.ObjectId;
  id: string;
  /** Null when nobody has the address: then no secret of it was ever sent. */
  accountId: Types.ObjectId | null;
  /** SHA-256 of the link's secret, hexadecimal. */
  tokenHash: string;
  /** SHA-256 of the code together with the browser's secret, which is not in the database: six digits alone could be guessed. */
  codeHash: string;
  /** SHA-256 of the secret that the asking browser keeps in a cookie. */
  browserHash: string;
  requestedAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  codesTried: number;
}

const schema = new Schema<SignInRequestRecord>({
  accountId: { type: Schema.Types.ObjectId, default: null },
  tokenHash: { type: String, required: true },
  codeHash: { type: String, required: true },
  browserHash: { type: String, required: true },
  requestedAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  usedAt: { type: Date, default: null },
  codesTried: { type: Number, default: 0 },
});
schema.index({ tokenHash: 1 }, { unique: true });
schema.index({ browserHash: 1, requestedAt: -1 });
schema.index({ accountId: 1 });
schema.index({ expiresAt: 1 });

export const SignInRequest = model<SignInRequestRecord>('SignInRequest', schema);
