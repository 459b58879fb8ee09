declare module 'virtual:possible-types' {
  export const possibleTypes: Record<string, string[]>;
}

declare module 'virtual:world-shapes' {
  /** An SVG path, in fifths of the units of the map's plane. */
  export function loadWorldShapes(): Promise<string>;
}
