import { Binary } from './values.js';

/** The bytes that MongoDB compares and tests: the old subtype 2 stores its length before its data. */
export const binaryBytes = (binary: Binary): Uint8Array => {
  const bytes = binary.value();
  if (binary.sub_type !== Binary.SUBTYPE_BYTE_ARRAY) return bytes;
  const length = Buffer.alloc(4);
  length.writeInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
};
