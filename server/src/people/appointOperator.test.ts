import { testDatabase } from '../platform/testing/database.js';
import { testMoment } from '../platform/testing/request.js';
import { appointOperator } from './appointOperator.js';
import { verifyAudit } from './audit/verifyAudit.js';
import { Office } from './Office.js';
import { Person } from './Person.js';
import { addPerson } from './testing/addPerson.js';

testDatabase();

async function appoint(...words: string[]) {
  const lines: string[] = [];
  return { code: await appointOperator(words, testMoment, (line) => lines.push(line)), lines };
}

test('the first operator of a new portal is appointed from the command line, once', async () => {
  expect(await appoint('Ori@Example.org', 'Ori', 'Example')).toEqual({
    code: 0,
    lines: ['ori@example.org is an operator now and signs in by a link sent there.'],
  });
  expect(await Person.findOne().lean()).toMatchObject({ name: 'Ori Example', isFictional: false });
  expect((await appoint('ori@example.org')).lines).toEqual(['ori@example.org is an operator already.']);
  expect(await Office.countDocuments({ kind: 'OPERATOR' })).toBe(1);
  expect(await verifyAudit()).toEqual({ entries: 1, faults: [] });
});

test('somebody who has an account keeps it', async () => {
  const { email, personId } = await addPerson();
  await appoint(email);
  expect(await Office.countDocuments({ kind: 'OPERATOR', personId })).toBe(1);
});

test.each([[[]], [['nowhere']]])('the words %j are told to be wrong', async (words) => {
  expect((await appoint(...words)).code).toBe(2);
});
