import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { startEmbeddedMongoDB } from '@plenum/embedded-mongodb';
import type { Collection, Db, Document, Int32, MongoClientOptions, ObjectId, UpdateFilter } from 'mongodb';
import { MongoClient } from 'mongodb';

/** A server to test against: the embedded one, or the real MongoDB that `MONGODB_URI` names. */
export interface TestServer {
  readonly uri: string;
  readonly isEmbedded: boolean;
  /** A client that is closed with the server. */
  connect(options?: MongoClientOptions): Promise<MongoClient>;
  /** A database of its own, dropped with the server. */
  database(): Promise<Db>;
  stop(): Promise<void>;
}

export const realMongoDB = process.env.MONGODB_URI;

/** For tests of what only the embedded server has. */
export const describeEmbedded = realMongoDB ? describe.skip : describe;

export const startTestServer = async (): Promise<TestServer> => {
  const directory = await mkdtemp(path.join(tmpdir(), 'embedded-mongodb-'));
  const embedded = realMongoDB ? undefined : await startEmbeddedMongoDB({ dataDirectory: directory, testCommands: true });
  const uri = embedded?.uri ?? realMongoDB ?? '';
  const clients: MongoClient[] = [];
  const databases: Db[] = [];
  const connect = async (options?: MongoClientOptions): Promise<MongoClient> => {
    const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 5_000, ...options });
    clients.push(client);
    return client;
  };
  return {
    uri,
    isEmbedded: embedded !== undefined,
    connect,
    database: async () => {
      const database = (clients[0] ?? (await connect())).db(`test-${randomUUID().slice(0, 8)}`);
      databases.push(database);
      return database;
    },
    stop: async () => {
      await Promise.all(databases.map((database) => database.dropDatabase()));
      await Promise.all(clients.map((client) => client.close()));
      await embedded?.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
};

/** A document of any shape, its `_id` of the types that tests use. */
export interface Thing {
  _id?: ObjectId | Int32 | number | string;
  [field: string]: unknown;
}

/** Update operators on fields that no type knows. */
export const operators = (update: Document): UpdateFilter<Thing> => update as UpdateFilter<Thing>;

/** A fresh collection before each test, on a server that lives as long as the file's tests. */
export const useCollection = (): {
  readonly collection: Collection<Thing>;
  readonly database: Db;
  readonly client: MongoClient;
  readonly server: TestServer;
} => {
  let server: TestServer;
  let database: Db;
  let collection: Collection<Thing>;
  let count = 0;
  beforeAll(async () => {
    server = await startTestServer();
    database = await server.database();
  });
  beforeEach(() => {
    count += 1;
    collection = database.collection<Thing>(`things${count}`);
  });
  afterAll(() => server.stop());
  return {
    get server() {
      return server;
    },
    get database() {
      return database;
    },
    get client() {
      return database.client;
    },
    get collection() {
      return collection;
    },
  };
};

/** The error that `work` rejects with; fails where it does not. */
export const errorOf = async (
  work: Promise<unknown>,
): Promise<
  { readonly code?: number; readonly codeName?: string; readonly message: string; hasErrorLabel(label: string): boolean } & Document
> => {
  try {
    await work;
  } catch (error) {
    return error as never;
  }
  throw new Error('it succeeded, and should have failed');
};
