import type { Document, Value } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { encodeDocument } from '../bson/encode.js';
import { readExtendedJson } from '../bson/extended-json.js';
import type { DumpItem } from './DumpedCollection.js';
import { BadDump } from './DumpedCollection.js';
import { linesFormat, linesVersion } from './write-lines.js';

/** Reads what `writeLines` writes; throws BadDump, with the line's number, where it is none. */
export async function* readLines(lines: AsyncIterable<string>): AsyncGenerator<DumpItem> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const fields = parse(line, number);
    if (number === 1) checkFormat(fields);
    else yield itemOf(fields, number);
  }
  if (number === 0) throw new BadDump('the file is empty');
}

const parse = (line: string, number: number): Document => {
  try {
    return readExtendedJson(line);
  } catch (error) {
    throw new BadDump(`line ${number}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const checkFormat = (fields: Document): void => {
  if (fields.get('format') !== linesFormat) throw new BadDump('line 1: the file was not written by the embedded server');
  const version = Number(String(fields.get('version')));
  if (version !== linesVersion) throw new BadDump(`line 1: version ${version} is not known to this server`);
};

const itemOf = (fields: Document, number: number): DumpItem => {
  const described = fields.get('collection');
  if (typeof described === 'string') {
    const options = fields.get('options');
    const indexes = fields.get('indexes');
    if (!isDocument(options) || !Array.isArray(indexes)) throw new BadDump(`line ${number}: the description of ${described} is not whole`);
    return { kind: 'collection', collection: { ...split(described, number), options, indexes: indexes.filter(isDocument) } };
  }
  const document = fields.get('document');
  if (!isDocument(document)) throw new BadDump(`line ${number}: neither a collection nor a document`);
  return { kind: 'document', ...split(fields.get('in'), number), bytes: encodeDocument(document) };
};

const split = (namespace: Value | undefined, number: number): { database: string; collection: string } => {
  const dot = typeof namespace === 'string' ? namespace.indexOf('.') : -1;
  if (typeof namespace !== 'string' || dot <= 0) throw new BadDump(`line ${number}: no collection is named`);
  return { database: namespace.slice(0, dot), collection: namespace.slice(dot + 1) };
};
