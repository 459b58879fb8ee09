/** Bytes that are not a message: the connection they came on is closed, since no later byte can be trusted. */
export class ProtocolError extends Error {}
