import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import type { Document, Value } from '../bson/values.js';
import { Timestamp } from '../bson/values.js';
import { encodeReply } from './reply.js';

const time = new Timestamp({ t: 7, i: 8 });
const documentOf = (message: Buffer): Document => {
  expect(message.readInt32LE(0)).toBe(message.length);
  return decodeDocument(message.subarray(21));
};

describe('encodeReply', () => {
  it('ends an answer with ok and the times', () => {
    const answer = documentOf(encodeReply(5, { fields: new Map<string, Value>([['n', 3]]) }, time));
    expect([...answer.keys()]).toEqual(['n', 'ok', '$clusterTime', 'operationTime']);
    expect(answer.get('ok')).toBe(1);
    expect(answer.get('operationTime')).toEqual(time);
    expect((answer.get('$clusterTime') as Document).get('clusterTime')).toEqual(time);
  });

  it('leaves the ok of an error as it is', () => {
    expect(documentOf(encodeReply(5, { fields: new Map([['ok', 0]]) }, undefined))).toEqual(new Map([['ok', 0]]));
  });

  it.each([0, 1, 9, 10, 11, 100, 1_001])('lays a batch of %d documents around their bytes', (count) => {
    const documents = Array.from({ length: count }, (_, index): Document => new Map([['_id', index]]));
    const cursor = {
      id: 5n,
      namespace: 'naïve.things',
      batchField: 'firstBatch' as const,
      batch: documents.map(encodeDocument),
      postBatchResumeToken: new Map([['_data', 'AB']]),
    };
    const answer = documentOf(encodeReply(5, { fields: new Map(), cursor }, time));
    expect(answer.get('cursor')).toEqual(
      new Map<string, Value>([
        ['firstBatch', documents],
        ['postBatchResumeToken', new Map([['_data', 'AB']])],
        ['id', 5n],
        ['ns', 'naïve.things'],
      ]),
    );
  });
});
