import { addressIn } from '../../platform/http/PageHead.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { networksOf, pathOf } from './facts.js';

/**
 * The list as GeoJSON (RFC 7946). A point is the published middle of the area that the organisation chose; whoever is on no map has no
 * geometry, so that the file holds as many features as the list has organisations.
 */
export function geoJson(organisations: readonly OrganisationRecord[], publicUrl: string): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: organisations.map((organisation) => ({
      type: 'Feature',
      id: organisation.slug,
      geometry: organisation.place && { type: 'Point', coordinates: [organisation.place.longitude, organisation.place.latitude] },
      properties: propertiesOf(organisation, publicUrl),
    })),
  });
}

function propertiesOf(organisation: OrganisationRecord, publicUrl: string): object {
  const { name, acronym, names, type, level, country, region, place, foundedIn, website, isFictional, sourceUrl, recordReadOn } =
    organisation;
  return {
    name,
    acronym,
    names,
    type,
    level,
    country,
    region,
    placePrecision: place?.precision ?? null,
    placeRegion: place?.region ?? null,
    placeCity: place?.city ?? null,
    countriesOfWork: organisation.countriesOfWork,
    languages: organisation.languages,
    themes: organisation.themes,
    mechanisms: organisation.mechanisms,
    offers: organisation.offers,
    seeks: organisation.seeks,
    foundedIn,
    website,
    networks: networksOf(organisation),
    page: addressIn(publicUrl, pathOf(organisation), null),
    sourceUrl,
    recordReadOn,
    isFictional,
  };
}
