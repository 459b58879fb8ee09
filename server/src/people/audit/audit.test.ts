import { Types } from 'mongoose';
import { inTransaction } from '../../platform/transaction.js';
import { testDatabase } from '../../platform/testing/database.js';
import { execute } from '../../platform/testing/execute.js';
import { testMoment } from '../../platform/testing/request.js';
import { addPerson } from '../testing/addPerson.js';
import type { Viewer } from '../Viewer.js';
import { AuditEntry } from './AuditEntry.js';
import { AuditHead } from './AuditHead.js';
import { printAuditVerdict } from './printVerdict.js';
import { recordAct } from './recordAct.js';
import { verifyAudit } from './verifyAudit.js';

testDatabase();
beforeEach(async () => {
  await AuditEntry.deleteMany({});
  await AuditHead.deleteMany({});
});

const minutes = (count: number) => new Date(testMoment.getTime() + count * 60_000);

async function actsOf(viewer: Viewer | null, count: number, act = 'endOffice'): Promise<void> {
  for (let position = 0; position < count; position += 1) {
    await inTransaction(() =>
      recordAct(viewer, minutes(position), {
        act,
        subject: { type: 'Office', id: `office-${position}` },
        reason: 'because',
        changes: [{ field: 'endedAt', before: null, after: 'x' }],
      }),
    );
  }
}

async function verdict(): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  return { code: await printAuditVerdict((line) => lines.push(line)), lines };
}

test('a hundred acts at the same time make one chain without a gap', async () => {
  const { viewer } = await addPerson();
  for (let round = 0; round < 10; round += 1) {
    await Promise.all(
      Array.from({ length: 10 }, (_, position) =>
        inTransaction(() => recordAct(viewer, minutes(position), { act: 'endOffice', subject: { type: 'Office', id: String(position) } })),
      ),
    );
  }
  expect(await verifyAudit()).toEqual({ entries: 100, faults: [] });
}, 60_000);

test('an act that fails leaves no entry', async () => {
  const { viewer } = await addPerson();
  await actsOf(viewer, 2);
  const failing = inTransaction(async () => {
    await recordAct(viewer, testMoment, { act: 'endOffice', subject: { type: 'Office', id: 'x' } });
    throw new Error('the act failed');
  });
  await expect(failing).rejects.toThrow('the act failed');
  expect(await verifyAudit()).toEqual({ entries: 2, faults: [] });
});

test('the command says that all is well, and names each entry that is not', async () => {
  await actsOf(null, 6);
  expect(await verdict()).toEqual({ code: 0, lines: ['All 6 entries of the audit trail are as they were written.'] });
  await AuditEntry.updateOne({ sequence: 2 }, { reason: 'another reason' });
  await AuditEntry.deleteOne({ sequence: 4 });
  expect(await verdict()).toEqual({
    code: 1,
    lines: ['Entry 2 was changed after it was written.', 'Entry 4 is missing.', '5 entries, 2 faults.'],
  });
});

test('entries that changed places in the database are named', async () => {
  await actsOf(null, 5);
  await AuditEntry.updateOne({ sequence: 2 }, { sequence: 99 });
  await AuditEntry.updateOne({ sequence: 4 }, { sequence: 2 });
  await AuditEntry.updateOne({ sequence: 99 }, { sequence: 4 });
  expect((await verdict()).lines).toEqual(
    expect.arrayContaining([
      'Entry 2 stands in another place than it was written.',
      'Entry 4 stands in another place than it was written.',
    ]),
  );
});

test('the end of the trail cannot be cut off unseen', async () => {
  await actsOf(null, 5);
  await AuditEntry.deleteMany({ sequence: { $gt: 3 } });
  expect((await verdict()).lines).toEqual(['Entry 4 is missing.', 'Entry 5 is missing.', '3 entries, 2 faults.']);
});

type Trail = {
  auditTrail: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: { sequence: number; act: string; reason: string; actor: { name: string } | null } }[];
  };
};
const trail = (viewer: Viewer | null, variables: object = {}) =>
  execute<Trail>(
    `query ($filter: AuditFilter, $first: Int! = 24, $after: String) { auditTrail(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { sequence act reason actor { name } changes { field before after } } } } }`,
    { viewer, variables: { ...variables } },
  );

test('the secretariat and the operator search the trail, newest first, page by page', async () => {
  const secretariat = await addPerson({ name: 'Selma', offices: [{ kind: 'SECRETARIAT' }] });
  const operator = await addPerson({ offices: [{ kind: 'OPERATOR' }] });
  await actsOf(secretariat.viewer, 5);
  await actsOf(null, 2, 'seed');
  for (const { viewer } of [secretariat, operator]) {
    const first = (await trail(viewer, { first: 4 })).data?.auditTrail;
    expect(first?.totalCount).toBe(7);
    expect(first?.edges.map(({ node }) => node.sequence)).toEqual([7, 6, 5, 4]);
    const rest = (await trail(viewer, { first: 4, after: first?.pageInfo.endCursor })).data?.auditTrail;
    expect(rest?.edges.map(({ node }) => [node.sequence, node.actor?.name])).toEqual([
      [3, 'Selma'],
      [2, 'Selma'],
      [1, 'Selma'],
    ]);
    expect(rest?.pageInfo.hasNextPage).toBe(false);
  }
});

test('a search by act, person, thing and time finds what it names', async () => {
  const { viewer, personId } = await addPerson({ offices: [{ kind: 'SECRETARIAT' }] });
  await actsOf(viewer, 5);
  await actsOf(null, 2, 'seed');
  const count = async (filter: object) => (await trail(viewer, { filter })).data?.auditTrail.totalCount;
  expect(await count({ acts: ['seed'] })).toBe(2);
  expect(await count({ actorId: personId })).toBe(5);
  expect(await count({ subjectId: 'office-1' })).toBe(2);
  expect(await count({ organisationId: String(new Types.ObjectId()) })).toBe(0);
  expect(await count({ from: minutes(1).toISOString(), until: minutes(3).toISOString() })).toBe(3);
});

test('nobody else reads it', async () => {
  const { viewer } = await addPerson({ offices: [{ kind: 'TREASURER' }, { kind: 'SAFEGUARDING_LEAD' }] });
  expect((await trail(viewer)).errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  expect((await trail(null)).errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
});
