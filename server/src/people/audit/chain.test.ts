import fc from 'fast-check';
import { beginning, faultsOf, sealOf } from './chain.js';

type Entry = Parameters<typeof sealOf>[0] & { hash: string };

function trailOf(length: number): Entry[] {
  const trail: Entry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const entry = {
      sequence,
      at: new Date(Date.UTC(2026, 0, sequence)),
      actorId: sequence % 3 === 0 ? null : `person ${sequence}`,
      onBehalfOf: null,
      act: 'appointToOffice',
      subjectType: 'Office',
      subjectId: `office ${sequence}`,
      reason: null,
      changes: [{ field: 'kind', before: null, after: 'TREASURER' }],
      previousHash: trail.at(-1)?.hash ?? beginning,
    };
    trail.push({ ...entry, hash: sealOf(entry) });
  }
  return trail;
}

const headOf = (trail: readonly Entry[]) => ({ sequence: trail.length, hash: trail.at(-1)?.hash ?? beginning });

/** A trail of ten of which somebody changed the database behind the portal's back. */
async function faultsAfter(tamper: (trail: Entry[]) => Entry[]) {
  const trail = trailOf(10);
  const head = headOf(trail);
  return (await faultsOf(tamper(trail), head)).faults;
}

test('an untouched trail has no fault, nor has an empty one', async () => {
  expect(await faultsAfter((trail) => trail)).toEqual([]);
  expect(await faultsOf([], { sequence: 0, hash: beginning })).toEqual({ entries: 0, faults: [] });
});

test('a changed entry is named', async () => {
  const faults = await faultsAfter((trail) =>
    trail.map((entry) => (entry.sequence === 4 ? { ...entry, actorId: 'somebody else' } : entry)),
  );
  expect(faults).toEqual([{ sequence: 4, kind: 'CHANGED' }]);
});

test('an entry that was changed and sealed anew is betrayed by the one after it', async () => {
  const faults = await faultsAfter((trail) =>
    trail.map((entry) => {
      if (entry.sequence !== 4) return entry;
      const forged = { ...entry, actorId: 'somebody else' };
      return { ...forged, hash: sealOf(forged) };
    }),
  );
  expect(faults).toEqual([{ sequence: 5, kind: 'CHANGED' }]);
});

test('the last entry, changed and sealed anew, is betrayed by the head', async () => {
  const faults = await faultsAfter((trail) => {
    const forged = { ...trail[9]!, reason: 'another' };
    return [...trail.slice(0, 9), { ...forged, hash: sealOf(forged) }];
  });
  expect(faults).toEqual([{ sequence: 10, kind: 'CHANGED' }]);
});

test.each([1, 4, 10])('the removed entry %i is named', async (sequence) => {
  const faults = await faultsAfter((trail) => trail.filter((entry) => entry.sequence !== sequence));
  expect(faults).toEqual([{ sequence, kind: 'REMOVED' }]);
});

test('a trail of which all is gone names every entry', async () => {
  expect(await faultsAfter(() => [])).toHaveLength(10);
});

test('two entries that changed places are named', async () => {
  const faults = await faultsAfter((trail) => {
    const [third, seventh] = [trail[2]!, trail[6]!];
    trail[2] = { ...seventh, sequence: 3 };
    trail[6] = { ...third, sequence: 7 };
    return trail;
  });
  expect(faults.filter(({ kind }) => kind === 'REORDERED').map(({ sequence }) => sequence)).toEqual([3, 7]);
});

test('an entry added behind the head is named', async () => {
  const faults = await faultsAfter((trail) => {
    const forged = { ...trail[9]!, sequence: 11, previousHash: trail[9]!.hash };
    return [...trail, { ...forged, hash: sealOf(forged) }];
  });
  expect(faults).toEqual([{ sequence: 11, kind: 'ADDED' }]);
});

test('any change of any part of any entry is found', async () => {
  const parts = ['actorId', 'onBehalfOf', 'act', 'subjectType', 'subjectId', 'reason', 'previousHash', 'hash'] as const;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 9 }), fc.constantFrom(...parts), fc.string(), async (position, part, value) => {
      const trail = trailOf(10);
      const head = headOf(trail);
      fc.pre(trail[position]![part] !== value);
      trail[position] = { ...trail[position]!, [part]: value };
      expect((await faultsOf(trail, head)).faults.map(({ sequence }) => sequence)).toContain(position + 1);
    }),
  );
});
