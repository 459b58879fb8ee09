import { MongoError } from '../../../errors.js';

/** What cannot be converted is a MongoError 241, which `onError` catches. */
export const conversionFailure = (why: string): never => {
  throw new MongoError(241, `${why} in $convert with no onError value`, 'ConversionFailure');
};
