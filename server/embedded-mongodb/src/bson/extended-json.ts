import type { Document } from './values.js';

export const writeExtendedJson = (_document: Document, _options: { relaxed: boolean }): string => '';

/** Reads canonical and relaxed Extended JSON (version 2). */
export const readExtendedJson = (_text: string): Document => new Map();
