import { Schema } from 'mongoose';
import type { Change } from './changes.js';
import { watchCollection } from './changes.js';
import { createLog } from './log.js';
import { model } from './model.js';
import { testDatabase } from './testing/database.js';
import { eventually } from './testing/http.js';

const Lamp = model<{ isLit: boolean }>('Lamp', new Schema({ isLit: Boolean }));
const log = createLog('silent');

testDatabase();

test('each change is told once and in order, one after the other', async () => {
  const seen: Change[] = [];
  let atOnce = 0;
  const stop = await watchCollection(
    Lamp,
    async (change) => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      await Promise.resolve();
      seen.push(change);
      atOnce -= 1;
    },
    log,
  );
  const lamp = await Lamp.create({ isLit: false });
  await Lamp.updateOne({ _id: lamp._id }, { isLit: true });
  await Lamp.deleteOne({ _id: lamp._id });
  await eventually(() => seen.length === 3);
  expect(seen).toEqual([
    { kind: 'saved', id: lamp.id },
    { kind: 'saved', id: lamp.id },
    { kind: 'removed', id: lamp.id },
  ]);
  await stop();
  await Lamp.create({ isLit: true });
  expect(seen).toHaveLength(3);
});

test('one change that cannot be taken in keeps no other away', async () => {
  const seen: Change[] = [];
  const stop = await watchCollection(
    Lamp,
    (change) => {
      seen.push(change);
      if (seen.length === 1) throw new Error('cannot');
    },
    log,
  );
  await Lamp.create({ isLit: false });
  await Lamp.create({ isLit: true });
  await eventually(() => seen.length === 2);
  await stop();
});

test('a collection that is dropped and filled again is still watched, and everything is read anew', async () => {
  const seen: Change[] = [];
  const stop = await watchCollection(Lamp, (change) => void seen.push(change), log);
  await Lamp.collection.drop();
  await eventually(() => seen.some(({ kind }) => kind === 'everything'));
  await eventually(async () => {
    const { id } = await Lamp.create({ isLit: true });
    return seen.some((change) => change.kind === 'saved' && change.id === id);
  });
  await stop();
});
