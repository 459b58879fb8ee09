export const maxDocumentBytes = 16 * 1024 * 1024;
/** A reply's document may exceed the user's limit by what surrounds it. */
export const maxReplyDocumentBytes = maxDocumentBytes + 16 * 1024;
export const maxMessageBytes = 48_000_000;
export const maxWriteBatch = 100_000;
export const maxConnections = 2_000;
/** What a client may send ahead of its answers before its socket is no longer read. */
export const maxUnreadBytes = 1024 * 1024;
/** A message that was begun must go on arriving; a silent connection between messages may stay. */
export const halfMessageTimeoutMs = 30_000;
