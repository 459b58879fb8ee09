/** Organisations of one country, as a map needs them. */
export interface MapPlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Degrees north. */
  readonly latitude: number;
  /** Degrees east. */
  readonly longitude: number;
  readonly count: number;
}
