declare module 'virtual:possible-types' {
  export const possibleTypes: Record<string, string[]>;
}

declare module 'virtual:world-shapes' {
  /** SVG paths by country, in fifths of the units of the map's plane. */
  export function loadWorldShapes(): Promise<Record<string, string>>;
}
