import type { Types } from 'mongoose';
import { Schema } from 'mongoose';
import { model } from '../platform/model.js';
import type { ConfidenceName, LevelName, ListingName } from './OrganisationRecord.js';
import { confidences, levels, listings } from './OrganisationRecord.js';
import type { PlaceRecord } from './places/places.js';
import { precisions } from './places/places.js';
import type { OrganisationProfile } from './profile.js';
import { identifierSchemes, mechanisms, nameKinds, organisationTypes, profileSections } from './profile.js';

/** An organisation as its peers see it; its affiliations stand in a collection of their own. */
export interface OrganisationShape extends OrganisationProfile {
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
  /** Keys of the themes that it states; null while it has stated none, so that they are read from its name. */
  statedThemes: readonly string[] | null;
  /** The published middle of the area that it chose, snapped when it was chosen; null shows the middle of its country. */
  chosenPlace: PlaceRecord | null;
  /** Where it sits, finer than it may have chosen to show: for its own people and the secretariat, and never in the memory of the directory. */
  seat: OrganisationSeat | null;
  /** Fields of the public record that the organisation has stated itself: no import changes them any longer. */
  stated: readonly string[];
  /** The entry that stayed when the secretariat found the two to be one; null for an entry that stands by itself. */
  mergedInto: Types.ObjectId | null;
}

export interface OrganisationSeat {
  readonly street: string | null;
  readonly city: string | null;
  readonly region: string | null;
}

const day = { type: String, match: /^\d{4}-\d{2}-\d{2}$/ };
const text = { type: String, default: null };
const languageCode = /^[a-z]{2}$/;
const countryCode = /^[A-Z]{2}$/;
const part = (fields: Record<string, unknown>): Schema => new Schema(fields, { _id: false });

const schema = new Schema<OrganisationShape>({
  slug: { type: String, required: true, match: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
  key: { type: String, required: true },
  name: { type: String, required: true, maxlength: 200 },
  acronym: { type: String, default: null, maxlength: 40 },
  level: { type: String, required: true, enum: levels },
  country: { type: String, default: null, match: countryCode },
  confidence: { type: String, required: true, enum: confidences },
  sourceUrl: { type: String, default: null, match: /^https?:\/\// },
  isNetworkSecretariat: { type: Boolean, required: true, default: false },
  isFictional: { type: Boolean, required: true, default: false },
  listing: { type: String, required: true, enum: listings, default: 'LISTED' },
  recordReadOn: { ...day, required: true },
  names: [
    part({
      text: { type: String, required: true, maxlength: 200 },
      language: { type: String, default: null, match: languageCode },
      kind: { type: String, required: true, enum: nameKinds },
    }),
  ],
  type: { type: String, default: null, enum: [...organisationTypes, null] },
  statedThemes: { type: [String], default: null },
  mechanisms: [{ type: String, enum: mechanisms }],
  countriesOfWork: [{ type: String, match: countryCode }],
  languages: [{ type: String, match: languageCode }],
  offers: [String],
  seeks: [String],
  foundedIn: { type: Number, default: null },
  website: { type: String, default: null, match: /^https?:\/\// },
  descriptions: [
    part({
      language: { type: String, required: true, match: languageCode },
      text: { type: String, required: true, maxlength: 2000 },
    }),
  ],
  identifiers: [part({ scheme: { type: String, required: true, enum: identifierSchemes }, value: { type: String, required: true } })],
  confirmations: [part({ section: { type: String, required: true, enum: profileSections }, confirmedOn: { ...day, required: true } })],
  chosenPlace: {
    type: part({
      latitude: { type: Number, required: true },
      longitude: { type: Number, required: true },
      precision: { type: String, required: true, enum: precisions },
      region: text,
      city: text,
    }),
    default: null,
  },
  seat: { type: part({ street: text, city: text, region: text }), default: null },
  stated: [String],
  mergedInto: { type: Schema.Types.ObjectId, default: null },
});
schema.index({ slug: 1 }, { unique: true });
schema.index({ key: 1 }, { unique: true });

export const Organisation = model<OrganisationShape>('Organisation', schema);
