import { readExtendedJson } from '../../src/bson/extended-json.js';
import type { Document, Value } from '../../src/bson/values.js';

/** A document written as Extended JSON, in which plain whole numbers are 32-bit integers. */
export const doc = (text: string): Document => readExtendedJson(text);

/** Any value written as Extended JSON. */
export const val = (text: string): Value => doc(`{"value":${text}}`).get('value') as Value;
