import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../../platform/model.js';
import type { ChangeableSection, SectionValues } from './sections.js';
import { fieldsOfSection } from './sections.js';

const answers = ['OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const;

/** A change that the secretariat proposes to an organisation, whose administrators decide. */
export interface ProfileProposalRecord {
  _id: Types.ObjectId;
  id: string;
  organisationId: Types.ObjectId;
  section: ChangeableSection;
  /** The fields that would change, as they were when it was proposed. */
  before: SectionValues;
  /** The same fields as they would be. */
  after: SectionValues;
  reason: string;
  proposedById: string;
  proposedAt: Date;
  expiresAt: Date;
  /** An open one whose time is over stays so here and is told as expired. */
  answered: (typeof answers)[number];
  answeredById: string | null;
  answeredAt: Date | null;
  answer: string | null;
}

const schema = new Schema<ProfileProposalRecord>(
  {
    organisationId: { type: Schema.Types.ObjectId, required: true },
    section: { type: String, required: true, enum: Object.keys(fieldsOfSection) },
    before: { type: Schema.Types.Mixed, required: true },
    after: { type: Schema.Types.Mixed, required: true },
    reason: { type: String, required: true },
    proposedById: { type: String, required: true },
    proposedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    answered: { type: String, required: true, enum: answers, default: 'OPEN' },
    answeredById: { type: String, default: null },
    answeredAt: { type: Date, default: null },
    answer: { type: String, default: null },
  },
  { minimize: false },
);
schema.index({ organisationId: 1, proposedAt: -1 });
schema.index({ proposedAt: -1, _id: -1 });

export const ProfileProposal = model<ProfileProposalRecord>('ProfileProposal', schema);
