import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';

/** A public key by which a person signs in; the private one never leaves the device. */
export interface PasskeyRecord {
  _id: Types.ObjectId;
  id: string;
  personId: Types.ObjectId;
  accountId: Types.ObjectId;
  name: string;
  /** base64url, as the browser names it. */
  credentialId: string;
  /** COSE, base64url. */
  publicKey: string;
  /** How often the device says that it was used; a copy betrays itself by a count that does not grow. */
  counter: number;
  transports: string[];
  addedAt: Date;
  lastUsedAt: Date | null;
}

const schema = new Schema<PasskeyRecord>({
  personId: { type: Schema.Types.ObjectId, required: true },
  accountId: { type: Schema.Types.ObjectId, required: true },
  name: { type: String, required: true },
  credentialId: { type: String, required: true },
  publicKey: { type: String, required: true },
  counter: { type: Number, required: true },
  transports: { type: [String], default: [] },
  addedAt: { type: Date, required: true },
  lastUsedAt: { type: Date, default: null },
});
schema.index({ credentialId: 1 }, { unique: true });
schema.index({ personId: 1, addedAt: -1 });

export const Passkey = model<PasskeyRecord>('Passkey', schema);
