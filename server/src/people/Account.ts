import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import type { Language } from '../platform/language.js';
import { languages } from '../platform/language.js';
import { model } from '../platform/model.js';

export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof weekdays)[number];

/** The hours of a working day by the local clock, `HH:MM` of 24 hours. */
export interface WorkingHours {
  start: string;
  end: string;
}

/** How a person signs in and likes to be served; it goes when the person is erased. */
export interface AccountRecord {
  _id: Types.ObjectId;
  id: string;
  personId: Types.ObjectId;
  /** In lower case, as `normalisedEmail` writes it. */
  email: string;
  language: Language;
  /** An IANA time zone. */
  timeZone: string;
  workingHours: WorkingHours;
  weekend: Weekday[];
  openedAt: Date;
}

const schema = new Schema<AccountRecord>({
  personId: { type: Schema.Types.ObjectId, required: true },
  email: { type: String, required: true, maxlength: 254 },
  language: { type: String, enum: languages, required: true },
  timeZone: { type: String, required: true },
  workingHours: {
    type: new Schema<WorkingHours>({ start: { type: String, required: true }, end: { type: String, required: true } }, { _id: false }),
    required: true,
  },
  weekend: { type: [{ type: String, enum: weekdays }], required: true },
  openedAt: { type: Date, required: true },
});
schema.index({ email: 1 }, { unique: true });
schema.index({ personId: 1 }, { unique: true });

export const Account = model<AccountRecord>('Account', schema);
