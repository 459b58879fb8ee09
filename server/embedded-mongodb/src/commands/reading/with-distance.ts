import { withNestedValue } from '../../aggregation/nested-value.js';
import type { Document } from '../../bson/values.js';
import type { NearQuery } from '../../geo/near.js';
import type { StoredDocument } from '../../storage/StoredDocument.js';

/** The document with what `$geoNear` adds to it. */
export const withDistance = (stored: StoredDocument, { distanceField, includeLocs, multiplier }: NearQuery): Document => {
  const { place } = stored;
  if (!place) return stored.document();
  const measured = withNestedValue(stored.document(), distanceField, place.distance * multiplier);
  return includeLocs ? withNestedValue(measured, includeLocs, place.location) : measured;
};
