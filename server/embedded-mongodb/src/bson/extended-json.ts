import { readJson } from './json-reader.js';
import { fail } from '../errors.js';
import { readTyped } from './extended-json-types.js';
import { toExtended } from './extended-json-writer.js';
import type { JsonNode } from './json-reader.js';
import type { Document, Value } from './values.js';

/**
 * Writes Extended JSON version 2 on one line. Relaxed writes plain numbers and readable dates where MongoDB's tools do;
 * canonical keeps every type.
 */
export const writeExtendedJson = (document: Document, options: { relaxed: boolean }): string => toExtended(document, options.relaxed);

/** Reads canonical and relaxed Extended JSON (version 2). Malformed text is a MongoError 9 FailedToParse. */
export const readExtendedJson = (text: string): Document => {
  const value = fromNode(readJson(text));
  return value instanceof Map ? value : fail('FailedToParse', 'Extended JSON: a document was expected');
};

const fromNode = (node: JsonNode): Value => {
  if (Array.isArray(node)) return node.map(fromNode);
  if (!(node instanceof Map)) return node;
  const typed = readTyped(node, (inner) => fromNode(inner));
  return typed ?? new Map([...node].map(([name, inner]) => [name, fromNode(inner)]));
};
