import { randomFillSync } from 'node:crypto';

const bytesPerId = 6;
const pool = Buffer.alloc(bytesPerId * 256);
let used = pool.length;

/** A new reference that a person can read out: twelve characters, such as `3F9A77C2D01B`. */
export function newRequestId(): string {
  // Random bytes are cheap by the thousand and dear one by one.
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytesPerId;
  return pool.toString('hex', used - bytesPerId, used).toUpperCase();
}
