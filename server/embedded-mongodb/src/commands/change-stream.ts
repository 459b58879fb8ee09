import type { Value } from '../bson/values.js';
import { notSupported } from '../errors.js';
import type { Reply } from '../wire/reply.js';
import type { Request } from './Request.js';

export const openChangeStream = (_request: Request, _stages: readonly Value[], _batchSize: number | undefined): Promise<Reply> => notSupported('$changeStream');
