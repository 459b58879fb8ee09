import { Binary, Timestamp } from '../bson/values.js';
import type { Document } from '../bson/values.js';
import { encodeDocument } from '../bson/encode.js';

const okBytes = 12;
const marker = new Timestamp({ t: 0x7a7a7a7a, i: 0x7a7a7a7a });

const template = (() => {
  const signature: Document = new Map<string, Binary | bigint>([
    ['hash', new Binary(Buffer.alloc(20))],
    ['keyId', 0n],
  ]);
  const fields: Document = new Map<string, number | Document | Timestamp>([
    ['ok', 1],
    [
      '$clusterTime',
      new Map<string, Timestamp | Document>([
        ['clusterTime', marker],
        ['signature', signature],
      ]),
    ],
    ['operationTime', marker],
  ]);
  const encoded = encodeDocument(fields);
  return encoded.subarray(4, encoded.length - 1);
})();
const markerBytes = Buffer.alloc(8, 0x7a);
const clusterTimeAt = template.indexOf(markerBytes);
const operationTimeAt = template.lastIndexOf(markerBytes);
const okAlone = template.subarray(0, okBytes);
const nothing = Buffer.alloc(0);

/** The fields that end every answer: `ok: 1` where the command succeeded, and the cluster's time where it is known. */
export const replyTail = (succeeded: boolean, clusterTime: Timestamp | undefined): Buffer => {
  if (!clusterTime) return succeeded ? okAlone : nothing;
  for (const at of [clusterTimeAt, operationTimeAt]) {
    template.writeInt32LE(clusterTime.low, at);
    template.writeInt32LE(clusterTime.high, at + 4);
  }
  return succeeded ? template : template.subarray(okBytes);
};
