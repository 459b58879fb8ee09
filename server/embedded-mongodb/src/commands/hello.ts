import { isDocument } from '../bson/values.js';
import type { Request } from './Request.js';
import { replicaSetName } from './ServerContext.js';
import { sessionTimeoutMinutes } from '../sessions/Sessions.js';
import { maxDocumentBytes, maxMessageBytes, maxWriteBatch } from '../wire/limits.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { documentArgument, stringArgument } from './arguments.js';
import { fieldsOf, int } from './fields.js';

const helloArguments = {
  client: 'document',
  compression: 'array',
  helloOk: 'boolean',
  loadBalanced: 'boolean',
  saslSupportedMechs: 'string',
  speculativeAuthenticate: 'document',
  topologyVersion: 'document',
  maxAwaitTimeMS: 'number',
  hostInfo: 'string',
  internalClient: 'document',
  backpressure: 'any',
} as const;

export const wireVersion = 25;

/** A single member of a replica set, at the address where it really listens: drivers go on to connect to that one. */
const answerHello = (request: Request) => {
  const { server, connection, body, name } = request;
  const application = documentArgument(documentArgument(body, 'client') ?? new Map(), 'application');
  if (isDocument(application)) connection.applicationName ??= stringArgument(application, 'name');
  const isHello = name === 'hello';
  return reply(
    fieldsOf({
      helloOk: isHello ? undefined : body.get('helloOk') === true ? true : undefined,
      setName: replicaSetName,
      setVersion: int(1),
      hosts: [server.address],
      primary: server.address,
      me: server.address,
      [isHello ? 'isWritablePrimary' : 'ismaster']: true,
      secondary: false,
      maxBsonObjectSize: int(maxDocumentBytes),
      maxMessageSizeBytes: int(maxMessageBytes),
      maxWriteBatchSize: int(maxWriteBatch),
      localTime: new Date(),
      logicalSessionTimeoutMinutes: int(sessionTimeoutMinutes),
      connectionId: int(connection.id),
      minWireVersion: int(0),
      maxWireVersion: int(wireVersion),
      readOnly: false,
    }),
  );
};

export const hello: Command = { name: 'hello', arguments: helloArguments, inApiVersion1: true, run: answerHello };

export const isMaster: Command = { name: 'isMaster', aliases: ['ismaster'], arguments: helloArguments, run: answerHello };
