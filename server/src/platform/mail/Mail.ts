import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import type { Language } from '../language.js';
import { languages } from '../language.js';
import { model } from '../model.js';

/** One mail of the outbox: kept for reading here, or on its way to a mail server. */
export interface MailRecord {
  _id: Types.ObjectId;
  id: string;
  /** One mail address. */
  to: string;
  language: Language;
  subject: string;
  text: string;
  html: string;
  /** Words in it that open a door, such as the token of a sign-in link; they are struck out once the mail has left or is old. */
  secrets: string[];
  writtenAt: Date;
  /** When the mail server took it; null while it waits, or for good when there is none. */
  sentAt: Date | null;
  /** When the next try is due; null when there will be none. */
  dueAt: Date | null;
  tries: number;
  /** What the mail server said at the last try that failed. */
  failure: string | null;
}

const schema = new Schema<MailRecord>({
  to: { type: String, required: true },
  language: { type: String, enum: languages, required: true },
  subject: { type: String, required: true },
  text: { type: String, required: true },
  html: { type: String, required: true },
  secrets: { type: [String], default: [] },
  writtenAt: { type: Date, required: true },
  sentAt: { type: Date, default: null },
  dueAt: { type: Date, default: null },
  tries: { type: Number, default: 0 },
  failure: { type: String, default: null },
});
schema.index({ writtenAt: -1, _id: -1 });
schema.index({ dueAt: 1 });
schema.index({ to: 1 });

export const Mail = model<MailRecord>('Mail', schema);
