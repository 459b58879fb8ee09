import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';

/** The kinds of user that the demonstration network lets one try. */
export const demonstrationRoles = [
  'MEMBER',
  'ADMINISTRATOR',
  'CONVENER',
  'COORDINATOR',
  'TREASURER',
  'SAFEGUARDING_LEAD',
  'SECOND_SAFEGUARDING_LEAD',
  'SECRETARIAT',
  'OPERATOR',
] as const;
export type DemonstrationRole = (typeof demonstrationRoles)[number];

/** A person whom the network knows; seats, offices and acts name them by key, so that the name can go and the history stay. */
export interface PersonRecord {
  _id: Types.ObjectId;
  id: string;
  /** Null once the person was erased. */
  name: string | null;
  isFictional: boolean;
  /** Which kind of user the person shows on the demonstration network; null for everybody else. */
  demonstrationRole: DemonstrationRole | null;
  erasedAt: Date | null;
}

const schema = new Schema<PersonRecord>({
  name: { type: String, default: null, maxlength: 200 },
  isFictional: { type: Boolean, default: false },
  demonstrationRole: { type: String, enum: [...demonstrationRoles, null], default: null },
  erasedAt: { type: Date, default: null },
});

export const Person = model<PersonRecord>('Person', schema);
