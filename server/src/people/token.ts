import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits that fits into an address and a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret: SHA-256, hexadecimal. Enough for secrets of 256 random bits, not for anything a person chose. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
