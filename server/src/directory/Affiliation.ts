import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';
import type { ConfidenceName } from './OrganisationRecord.js';
import { confidences } from './OrganisationRecord.js';
import type { ApproximateDay } from './profile.js';

/** That an organisation belongs to a network or acted with it, as one source says. */
export interface AffiliationShape {
  _id: Types.ObjectId;
  organisation: Types.ObjectId;
  network: string;
  networkSlug: string;
  /** As what, in the source's own word; null for a member. */
  role: string | null;
  sourceUrl: string;
  confidence: ConfidenceName;
  from: ApproximateDay | null;
  to: ApproximateDay | null;
  /** The day on which the source was published. */
  namedOn: ApproximateDay | null;
}

const approximateDay = {
  type: new Schema<ApproximateDay>(
    {
      on: { type: String, required: true, match: /^\d{4}-\d{2}-\d{2}$/ },
      precision: { type: String, required: true, enum: ['DAY', 'MONTH', 'YEAR'] },
    },
    { _id: false },
  ),
  default: null,
};

const schema = new Schema<AffiliationShape>({
  organisation: { type: Schema.Types.ObjectId, ref: 'Organisation', required: true },
  network: { type: String, required: true, maxlength: 200 },
  networkSlug: { type: String, required: true, match: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
  role: { type: String, default: null, maxlength: 200 },
  sourceUrl: { type: String, required: true, match: /^https?:\/\// },
  confidence: { type: String, required: true, enum: confidences },
  from: approximateDay,
  to: approximateDay,
  namedOn: approximateDay,
});
schema.index({ organisation: 1, networkSlug: 1, role: 1, sourceUrl: 1 }, { unique: true });

export const Affiliation = model<AffiliationShape>('Affiliation', schema);
