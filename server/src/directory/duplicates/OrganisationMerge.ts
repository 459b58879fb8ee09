import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../../platform/model.js';
import type { OrganisationShape } from '../Organisation.js';
import type { Followed } from './references.js';

/** That two entries were made one, with all that is needed to make them two again. */
export interface OrganisationMergeRecord {
  _id: Types.ObjectId;
  id: string;
  staysId: Types.ObjectId;
  goesId: Types.ObjectId;
  /** Both entries as they were, and the one that stays as the merging left it. */
  staysBefore: OrganisationShape;
  staysAfter: OrganisationShape;
  goesBefore: OrganisationShape;
  goesAfter: OrganisationShape;
  /** What followed from the entry that went to the one that stays. */
  followed: Followed[];
  reason: string;
  mergedById: string;
  mergedAt: Date;
  undoneById: string | null;
  undoneAt: Date | null;
}

const entry = { type: Schema.Types.Mixed, required: true };

const schema = new Schema<OrganisationMergeRecord>(
  {
    staysId: { type: Schema.Types.ObjectId, required: true },
    goesId: { type: Schema.Types.ObjectId, required: true },
    staysBefore: entry,
    staysAfter: entry,
    goesBefore: entry,
    goesAfter: entry,
    followed: { type: [Schema.Types.Mixed], default: [] } as never,
    reason: { type: String, required: true },
    mergedById: { type: String, required: true },
    mergedAt: { type: Date, required: true },
    undoneById: { type: String, default: null },
    undoneAt: { type: Date, default: null },
  },
  { minimize: false },
);
schema.index({ staysId: 1 });
schema.index({ goesId: 1 });
schema.index({ mergedAt: -1, _id: -1 });

export const OrganisationMerge = model<OrganisationMergeRecord>('OrganisationMerge', schema);
