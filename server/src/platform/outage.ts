/** Names under which the driver and Mongoose say that no server answers. */
const outages = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoClientClosedError',
  'MongoConnectionPoolClearedError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
]);

/** Whether the error says that the database cannot be reached, as opposed to a fault in what was asked of it. */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (outages.has(error.name) || /before initial connection is complete|buffering timed out/.test(error.message)) return true;
  return error.cause !== undefined && isDatabaseOutage(error.cause);
}
