const people = 10_000;
const cities = 200;

/** Fills the collections that the acts work on. */
export const prepare = async (database) => {
  await database.dropDatabase();
  const persons = Array.from({ length: people }, (_, index) => person(index));
  for (let from = 0; from < people; from += 2_500) await database.collection('people').insertMany(persons.slice(from, from + 2_500));
  await database.collection('people').createIndex({ city: 1, joined: -1 });
  await database.collection('cards').insertMany(persons.map(({ _id }) => ({ _id: `card ${_id}`, holder: _id, number: _id * 7 })));
  await database.collection('cards').createIndex({ holder: 1 });
  await database.createCollection('inserts');
  await database.createCollection('ledger');
};

const person = (index) => ({
  _id: index,
  name: `Person ${index}`,
  email: `person${index}@example.org`,
  city: `City ${index % cities}`,
  joined: new Date(Date.UTC(2020, 0, 1) + index * 3_600_000),
  tags: ['member', index % 2 ? 'odd' : 'even'],
  address: { street: `Street ${index}`, zip: String(10_000 + index), country: 'XX' },
  notes: 'A few words about this person, as records have them. '.repeat(3),
});

const anyId = () => Math.floor(Math.random() * people);

/** What is measured, with the parallelism at which it makes sense. */
export const actsOn = (client, database) => {
  const collection = database.collection('people');
  const inserts = database.collection('inserts');
  const ledger = database.collection('ledger');
  let next = 0;
  return [
    { name: 'findOne by id', parallel: [1, 16], act: () => collection.findOne({ _id: anyId() }) },
    {
      name: 'find 50 by an indexed sort',
      parallel: [1, 16],
      act: () =>
        collection
          .find({ city: `City ${anyId() % cities}` })
          .sort({ joined: -1 })
          .limit(50)
          .toArray(),
    },
    {
      name: 'durable insert',
      parallel: [1, 16],
      act: () =>
        inserts.insertOne({ number: (next += 1), name: 'A new record', at: new Date() }, { writeConcern: { w: 'majority', j: true } }),
    },
    {
      name: 'update',
      parallel: [1, 16],
      act: () =>
        collection.updateOne(
          { _id: anyId() },
          { $inc: { visits: 1 }, $set: { seen: new Date() } },
          { writeConcern: { w: 'majority', j: true } },
        ),
    },
    {
      name: '$lookup of 10,000',
      parallel: [1],
      act: () =>
        collection
          .aggregate([
            { $lookup: { from: 'cards', localField: '_id', foreignField: 'holder', as: 'cards' } },
            { $unwind: '$cards' },
            { $count: 'joined' },
          ])
          .toArray(),
    },
    { name: 'transaction of two writes', parallel: [1, 16], act: (lane) => transaction(client, collection, ledger, lane) },
  ];
};

/** Each lane writes documents of its own, so that no two transactions want the same one. */
const transaction = (client, collection, ledger, lane) =>
  client.withSession((session) =>
    session.withTransaction(async () => {
      await collection.updateOne({ _id: lane }, { $inc: { balance: 1 } }, { session });
      await ledger.insertOne({ lane, at: new Date() }, { session });
    }),
  );
