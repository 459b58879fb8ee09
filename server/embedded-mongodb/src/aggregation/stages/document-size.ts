import { fail } from '../../errors.js';

/** 16 MB and the 16 kB more that MongoDB allows inside the server. */
export const documentSizeLimit = 16 * 1024 * 1024 + 16 * 1024;

export const tooLarge = (size: number): never =>
  fail('BSONObjectTooLarge', `BSONObj size: ${size} is invalid. Size must be between 0 and ${documentSizeLimit}(16MB)`);
