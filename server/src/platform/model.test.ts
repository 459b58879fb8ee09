import mongoose, { Schema } from 'mongoose';
import { model } from './model.js';
import { testDatabase } from './testing/database.js';

interface BoatShape {
  name: string;
}

const Boat = model('Boat', new Schema<BoatShape>({ name: { type: String, required: true } }));

testDatabase();

test('a document carries the name of its GraphQL type and never stores it', async () => {
  const boat = await Boat.create({ name: 'Gull' });
  expect((boat as unknown as { __typename: string }).__typename).toBe('Boat');
  const stored = await mongoose.connection.collection('boats').findOne({ _id: boat._id });
  expect(Object.keys(stored!).sort()).toEqual(['__v', '_id', 'createdAt', 'name', 'updatedAt']);
});

test('what is read lean carries the name and the key as well, out of the way of copies', async () => {
  const { id } = await Boat.create({ name: 'Tern' });
  const found = [
    await Boat.findById(id).lean(),
    (await Boat.find({ name: 'Tern' }).lean())[0],
    await Boat.findOneAndUpdate({ _id: id }, { name: 'Tern' }).lean(),
  ];
  for (const each of found) {
    expect(each).toMatchObject({ name: 'Tern' });
    expect((each as unknown as { __typename: string; id: string }).__typename).toBe('Boat');
    expect((each as unknown as { id: string }).id).toBe(id);
    expect(Object.keys({ ...each })).not.toContain('__typename');
  }
  expect(await Boat.findOne({ name: 'nobody' }).lean()).toBeNull();
});

test('a field that the model does not know is refused, in documents and in filters', async () => {
  await expect(Boat.create({ name: 'Auk', mast: 2 } as BoatShape)).rejects.toThrow('mast');
  await expect(Boat.find({ mast: 2 } as never)).rejects.toThrow('mast');
});
