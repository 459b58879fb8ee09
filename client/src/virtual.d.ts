declare module 'virtual:possible-types' {
  export const possibleTypes: Record<string, string[]>;
}
