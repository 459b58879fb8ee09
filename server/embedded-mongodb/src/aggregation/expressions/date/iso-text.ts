import { MongoError } from '../../../errors.js';

/** A date as MongoDB writes it. Years outside 0 to 9999 are a MongoError 18537. */
export const isoText = (date: Date): string => {
  const year = date.getUTCFullYear();
  if (year < 0 || year > 9999) {
    throw new MongoError(18537, `Could not convert date to string: date component was outside the supported range of 0-9999: ${year}`);
  }
  return date.toISOString();
};
