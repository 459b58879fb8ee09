import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../../platform/model.js';

export const contactKinds = ['EMAIL', 'PHONE', 'WEBSITE', 'POSTAL_ADDRESS', 'MESSENGER'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const contactVisibilities = ['PUBLIC', 'MEMBERS', 'GROUPS_IN_COMMON', 'SECRETARIAT'] as const;
export type ContactVisibility = (typeof contactVisibilities)[number];

/** One way to reach a person or an organisation: exactly one of the two keys is set. */
export interface ContactDetailRecord {
  _id: Types.ObjectId;
  id: string;
  personId: Types.ObjectId | null;
  organisationId: Types.ObjectId | null;
  kind: ContactKind;
  value: string;
  visibility: ContactVisibility;
}

const schema = new Schema<ContactDetailRecord>({
  personId: { type: Schema.Types.ObjectId, default: null },
  organisationId: { type: Schema.Types.ObjectId, default: null },
  kind: { type: String, enum: contactKinds, required: true },
  value: { type: String, required: true },
  visibility: { type: String, enum: contactVisibilities, required: true },
});
schema.index({ personId: 1 });
schema.index({ organisationId: 1 });

export const ContactDetail = model<ContactDetailRecord>('ContactDetail', schema);
