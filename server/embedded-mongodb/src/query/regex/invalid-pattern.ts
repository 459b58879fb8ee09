import { MongoError } from '../../errors.js';

export const invalidPattern = (why: string): never => {
  throw new MongoError(51091, `Regular expression is invalid: ${why}`);
};
