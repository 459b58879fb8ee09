import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Collection } from 'mongodb';
import { MongoClient, MongoServerError } from 'mongodb';
import { describeEmbedded } from './support/server.js';

const rounds = Number(process.env.KILLS ?? 4);
const writers = 6;
const accounts = 20;
const startMoney = 100;
const program = path.resolve(__dirname, '../dist/cli.js');

interface Server {
  readonly process: ChildProcess;
  readonly uri: string;
}

const start = async (directory: string): Promise<Server> => {
  const child = spawn(process.execPath, [program, '--data', directory, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, uri: line.toString().trim() };
};

const kill = async ({ process: child }: Server): Promise<void> => {
  child.kill('SIGKILL');
  await once(child, 'exit');
};

interface Entry {
  _id: string;
  group: number;
  tags: string[];
  count: number;
}

interface Account {
  _id: number;
  money: number;
}

/** What the server has acknowledged. */
class Acknowledged {
  readonly inserted = new Set<string>();
  readonly removed = new Set<string>();
  readonly counts = new Map<string, number>();
  private writes = 0;
  private goal: { readonly writes: number; readonly reached: () => void } | undefined;

  note(): void {
    this.writes += 1;
    if (this.goal && this.writes >= this.goal.writes) this.goal.reached();
  }

  /** Resolves after so many more writes. */
  after(writes: number): Promise<void> {
    return new Promise((reached) => {
      this.goal = { writes: this.writes + writes, reached };
    });
  }
}

/** Writes until the server is gone. */
const write = async (client: MongoClient, name: string, acknowledged: Acknowledged): Promise<void> => {
  const entries = client.db('kill').collection<Entry>('entries');
  const own: string[] = [];
  for (let n = 0; ; n += 1) {
    const id = `${name}-${n}`;
    try {
      await entries.insertOne({ _id: id, group: n % 5, tags: [name, String(n % 3)], count: 0 });
      acknowledged.inserted.add(id);
      acknowledged.note();
      own.push(id);
      const older = own[n >> 1] as string;
      if (!acknowledged.removed.has(older)) {
        await entries.updateOne({ _id: older }, { $inc: { count: 1 }, $push: { tags: `t${n % 7}` } });
        acknowledged.counts.set(older, (acknowledged.counts.get(older) ?? 0) + 1);
      }
      if (n % 4 === 3) {
        const gone = own[n - 3] as string;
        // Whether or not this is answered, the document may be gone.
        acknowledged.inserted.delete(gone);
        await entries.deleteOne({ _id: gone });
        acknowledged.removed.add(gone);
      }
      if (n % 3 === 0) await move(client, n % accounts, (n * 7 + 3) % accounts);
    } catch (error) {
      if (error instanceof MongoServerError && error.code === 112) continue;
      return;
    }
  }
};

const move = async (client: MongoClient, from: number, to: number): Promise<void> => {
  if (from === to) return;
  const money = client.db('kill').collection<Account>('accounts');
  const session = client.startSession();
  try {
    session.startTransaction();
    await money.updateOne({ _id: from }, { $inc: { money: -1 } }, { session });
    await money.updateOne({ _id: to }, { $inc: { money: 1 } }, { session });
    await session.commitTransaction();
  } finally {
    await session.endSession().catch(() => undefined);
  }
};

const isThere = async (entries: Collection<Entry>, acknowledged: Acknowledged): Promise<void> => {
  const found = new Map((await entries.find().toArray()).map((entry) => [entry._id, entry]));
  expect([...acknowledged.inserted].filter((id) => !found.has(id))).toEqual([]);
  expect([...acknowledged.removed].filter((id) => found.has(id))).toEqual([]);
  const lost = [...acknowledged.counts].filter(([id, count]) => acknowledged.inserted.has(id) && (found.get(id)?.count ?? 0) < count);
  expect(lost).toEqual([]);
};

const check = async (directory: string): Promise<void> => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    `import { checkData } from ${JSON.stringify(path.resolve(__dirname, '../dist/storage/check-data.js'))};
     console.log(JSON.stringify(await checkData(${JSON.stringify(directory)})));`,
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ problems: [] });
};

describeEmbedded('A server that is killed while it writes', () => {
  it('has every acknowledged write, no half transaction, and indexes that agree, when it is started again', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'kill-'));
    const acknowledged = new Acknowledged();
    let server = await start(directory);
    const setUp = await MongoClient.connect(server.uri);
    const database = setUp.db('kill');
    await database.collection<Account>('accounts').insertMany(Array.from({ length: accounts }, (_, _id) => ({ _id, money: startMoney })));
    await database.collection<Entry>('entries').createIndexes([{ key: { group: 1, count: -1 } }, { key: { tags: 1 } }]);
    await setUp.close();
    for (let round = 0; round < rounds; round += 1) {
      const client = await MongoClient.connect(server.uri, { serverSelectionTimeoutMS: 500, retryWrites: false });
      const writing = Promise.all(Array.from({ length: writers }, (_, n) => write(client, `${round}-${n}`, acknowledged)));
      await acknowledged.after(60 + ((round * 211) % 500));
      await kill(server);
      await writing;
      await client.close();
      await check(directory);
      server = await start(directory);
      const again = await MongoClient.connect(server.uri);
      await isThere(again.db('kill').collection<Entry>('entries'), acknowledged);
      const [total] = await again
        .db('kill')
        .collection('accounts')
        .aggregate([{ $group: { _id: null, money: { $sum: '$money' } } }])
        .toArray();
      expect(total?.money).toBe(accounts * startMoney);
      await again.close();
    }
    await kill(server);
    expect(acknowledged.inserted.size).toBeGreaterThan(rounds * writers);
    await rm(directory, { recursive: true, force: true });
  }, 120_000);
});
