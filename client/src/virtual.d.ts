declare module 'virtual:possible-types' {
  export const possibleTypes: Record<string, string[]>;
}

declare module 'virtual:world-shapes' {
  /** SVG paths by country, in fifths of the units of the map's plane. */
  export function loadWorldShapes(): Promise<Record<string, string>>;
}

declare module 'virtual:land-picture' {
  /** The address of an SVG that covers the map's window and shows the land without borders. */
  export const landPicture: string;
}

declare module 'virtual:word-files' {
  /** Words by room. */
  export type WordFile = Readonly<Record<string, Record<string, string>>>;
  /** The name of the file that holds the words of a room, without its language. */
  export function fileOf(room: string): string;
  /** Brings a file by its name and language, such as `directory-fr`. */
  export function loadFile(name: string): Promise<WordFile>;
}
