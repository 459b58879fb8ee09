import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../../platform/model.js';

export const ageBands = ['FROM_7_TO_12', 'FROM_13_TO_17'] as const;
export type AgeBand = (typeof ageBands)[number];

export const regionalGroups = [
  'AFRICA',
  'ASIA_PACIFIC',
  'EASTERN_EUROPE',
  'LATIN_AMERICA_AND_CARIBBEAN',
  'WESTERN_EUROPE_AND_OTHERS',
] as const;
export type RegionalGroup = (typeof regionalGroups)[number];

export const consentPurposes = ['PARTICIPATION', 'MEDIA', 'TRAVEL', 'PUBLICATION'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** That a child and a guardian agreed to one purpose; days are `YYYY-MM-DD` in UTC, both included. */
export interface ConsentRecord {
  purpose: ConsentPurpose;
  childSignedOn: string;
  guardianSignedOn: string;
  expiresOn: string;
  withdrawnAt: Date | null;
}

/** All that is kept of a child advisor. There is no field for a name, a birth date, a contact, a school, a picture or a place, and there must never be one. */
export interface ChildRecordRecord {
  _id: Types.ObjectId;
  id: string;
  pseudonym: string;
  ageBand: AgeBand;
  region: RegionalGroup;
  languages: string[];
  mandateStartsOn: string;
  mandateEndsOn: string;
  supportingOrganisationId: Types.ObjectId;
  consents: ConsentRecord[];
}

const consentSchema = new Schema<ConsentRecord>(
  {
    purpose: { type: String, enum: consentPurposes, required: true },
    childSignedOn: { type: String, required: true },
    guardianSignedOn: { type: String, required: true },
    expiresOn: { type: String, required: true },
    withdrawnAt: { type: Date, default: null },
  },
  { _id: false },
);

const schema = new Schema<ChildRecordRecord>({
  pseudonym: { type: String, required: true },
  ageBand: { type: String, enum: ageBands, required: true },
  region: { type: String, enum: regionalGroups, required: true },
  languages: { type: [String], required: true },
  mandateStartsOn: { type: String, required: true },
  mandateEndsOn: { type: String, required: true },
  supportingOrganisationId: { type: Schema.Types.ObjectId, required: true },
  consents: { type: [consentSchema], default: [] },
});

export const ChildRecord = model<ChildRecordRecord>('ChildRecord', schema);
