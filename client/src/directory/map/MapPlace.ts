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
