import type { Connection, Model } from 'mongoose';
import mongoose from 'mongoose';
import type { TestServer } from './support/server.js';
import { errorOf, startTestServer } from './support/server.js';

interface Person {
  name: string;
  mail?: string;
  age?: number;
  friends: mongoose.Types.ObjectId[];
  history: { what: string; at: Date }[];
}

let server: TestServer;
let connection: Connection;
let people: Model<Person>;

beforeAll(async () => {
  server = await startTestServer();
  const { databaseName } = await server.database();
  connection = await mongoose.createConnection(server.uri, { dbName: databaseName }).asPromise();
  const schema = new mongoose.Schema<Person>(
    {
      name: { type: String, required: true, index: true },
      mail: { type: String, unique: true, sparse: true },
      age: Number,
      friends: [{ type: mongoose.Schema.Types.ObjectId, ref: 'Person' }],
      history: [{ what: String, at: Date }],
    },
    { timestamps: true },
  );
  people = connection.model<Person>('Person', schema);
  await people.init();
});
afterEach(() => people.deleteMany());
afterAll(async () => {
  await connection.close();
  await server.stop();
});

describe('Mongoose', () => {
  it('makes the indexes of its schemas', async () => {
    const indexes = await people.collection.indexes();
    expect(indexes.map(({ name }) => name).sort()).toEqual(['_id_', 'mail_1', 'name_1']);
  });

  it('saves, changes and deletes documents', async () => {
    const ada = await people.create({ name: 'Ada', age: 36 });
    ada.history.push({ what: 'born', at: new Date(0) });
    ada.age = 37;
    await ada.save();
    expect(await people.findById(ada._id).lean()).toMatchObject({ name: 'Ada', age: 37, history: [{ what: 'born', at: new Date(0) }] });
    await ada.deleteOne();
    expect(await people.countDocuments()).toBe(0);
  });

  it('populates references', async () => {
    const ada = await people.create({ name: 'Ada' });
    await people.create({ name: 'Ben', friends: [ada._id] });
    const ben = await people.findOne({ name: 'Ben' }).populate<{ friends: Person[] }>('friends');
    expect(ben?.friends[0]?.name).toBe('Ada');
  });

  it('notices that a document was changed by another', async () => {
    const first = await people.create({ name: 'Ada', history: [{ what: 'a', at: new Date(0) }] });
    const second = await people.findById(first._id);
    first.history.splice(0, 1);
    await first.save();
    second?.set('history.0.what', 'b');
    expect((await errorOf(second?.save() ?? Promise.resolve())).name).toBe('VersionError');
  });

  it('reports a value that must be unique', async () => {
    await people.create({ name: 'Ada', mail: 'ada@example.org' });
    expect(await errorOf(people.create({ name: 'Eve', mail: 'ada@example.org' }))).toMatchObject({ code: 11000 });
  });

  it('runs transactions', async () => {
    await connection.transaction(async (session) => {
      await people.create([{ name: 'Ada' }, { name: 'Ben' }], { session, ordered: true });
    });
    await errorOf(
      connection.transaction(async (session) => {
        await people.create([{ name: 'Eve' }], { session });
        throw new Error('changed my mind');
      }),
    );
    expect((await people.find().sort({ name: 1 })).map(({ name }) => name)).toEqual(['Ada', 'Ben']);
  });

  it('streams documents by a cursor', async () => {
    await people.insertMany(Array.from({ length: 250 }, (_, index) => ({ name: `Person ${index}` })));
    let count = 0;
    for await (const _ of people.find().cursor({ batchSize: 40 })) count += 1;
    expect(count).toBe(250);
  });

  it('aggregates', async () => {
    await people.insertMany([
      { name: 'Ada', age: 30 },
      { name: 'Ada', age: 40 },
      { name: 'Ben', age: 20 },
    ]);
    const ages = await people.aggregate([{ $group: { _id: '$name', mean: { $avg: '$age' } } }, { $sort: { _id: 1 } }]);
    expect(ages).toEqual([
      { _id: 'Ada', mean: 35 },
      { _id: 'Ben', mean: 20 },
    ]);
  });
});
