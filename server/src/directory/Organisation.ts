import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';
import type { ConfidenceName, LevelName, ListingName } from './OrganisationRecord.js';
import { confidences, levels, listings } from './OrganisationRecord.js';

/** An organisation as its peers see it; its affiliations stand in a collection of their own. */
export interface OrganisationShape {
  _id: Types.ObjectId;
  slug: string;
  /** By which an import knows it again: name and country, see `organisationKey`. */
  key: string;
  name: string;
  acronym: string | null;
  level: LevelName;
  country: string | null;
  confidence: ConfidenceName;
  /** Null for an invented organisation. */
  sourceUrl: string | null;
  isNetworkSecretariat: boolean;
  isFictional: boolean;
  listing: ListingName;
  recordReadOn: string;
  confirmedOn: string | null;
}

const day = { type: String, match: /^\d{4}-\d{2}-\d{2}$/ };

const schema = new Schema<OrganisationShape>({
  slug: { type: String, required: true, match: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
  key: { type: String, required: true },
  name: { type: String, required: true, maxlength: 200 },
  acronym: { type: String, default: null, maxlength: 40 },
  level: { type: String, required: true, enum: levels },
  country: { type: String, default: null, match: /^[A-Z]{2}$/ },
  confidence: { type: String, required: true, enum: confidences },
  sourceUrl: { type: String, default: null, match: /^https?:\/\// },
  isNetworkSecretariat: { type: Boolean, required: true, default: false },
  isFictional: { type: Boolean, required: true, default: false },
  listing: { type: String, required: true, enum: listings, default: 'LISTED' },
  recordReadOn: { ...day, required: true },
  confirmedOn: { ...day, default: null },
});
schema.index({ slug: 1 }, { unique: true });
schema.index({ key: 1 }, { unique: true });

export const Organisation = model<OrganisationShape>('Organisation', schema);
