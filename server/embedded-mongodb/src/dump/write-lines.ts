import type { Value } from '../bson/values.js';
import { decodeDocument } from '../bson/decode.js';
import { writeExtendedJson } from '../bson/extended-json.js';
import type { DumpSource } from './DumpedCollection.js';

export const linesFormat = 'embedded-mongodb lines';
export const linesVersion = 1;

const pieceLength = 256 * 1024;

/**
 * One JSON object a line, in canonical Extended JSON: first the format, then for each collection its description (`collection`,
 * `options`, `indexes`) and one line `{ "in": "database.collection", "document": {...} }` for each of its documents.
 */
export function* writeLines(source: DumpSource): Generator<Buffer> {
  let piece = `${JSON.stringify({ format: linesFormat, version: linesVersion })}\n`;
  const line = (...fields: [string, Value][]): string => `${writeExtendedJson(new Map(fields), { relaxed: false })}\n`;
  for (const described of source.collections) {
    const namespace = `${described.database}.${described.collection}`;
    piece += line(['collection', namespace], ['options', described.options], ['indexes', [...described.indexes]]);
    for (const bytes of source.documents(described)) {
      piece += line(['in', namespace], ['document', decodeDocument(bytes)]);
      if (piece.length < pieceLength) continue;
      yield Buffer.from(piece);
      piece = '';
    }
  }
  yield Buffer.from(piece);
}
