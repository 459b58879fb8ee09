import { graphql } from '../../generated/index.js';

/** Organisations of one country at one point, as a map needs them. */
export interface MapPlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Degrees north. */
  readonly latitude: number;
  /** Degrees east. */
  readonly longitude: number;
  /** The city or region whose middle the point is; none for the middle of a country. */
  readonly area?: string | null;
  readonly count: number;
}

/** Where the organisations of a list are: by country, and by the points that they publish. */
export const placesOnMap = graphql(`
  fragment PlacesOnMap on OrganisationConnection {
    places {
      country
      latitude
      longitude
      count
    }
    points {
      country
      latitude
      longitude
      area
      count
    }
  }
`);
