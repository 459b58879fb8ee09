import type { Unit } from '../../storage/Unit.js';
import type { Request } from '../Request.js';
import { Writing } from './Writing.js';

/** Does something to collections or indexes: in the request's transaction, or by itself and then durable when this resolves. */
export const changeCatalogue = async <T>(request: Request, work: (unit: Unit) => T): Promise<T> => {
  const writing = new Writing(request);
  const attempted = writing.attempt(work);
  const result = attempted instanceof Promise ? await attempted : attempted;
  await writing.finish();
  return result;
};
