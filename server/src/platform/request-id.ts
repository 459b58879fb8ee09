import { randomBytes } from 'node:crypto';

/** A new reference that a person can read out: twelve characters, such as `3F9A77C2D01B`. */
export function newRequestId(): string {
  return randomBytes(6).toString('hex').toUpperCase();
}
