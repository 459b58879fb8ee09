import { inTurn } from '../platform/inTurn.js';
import type { AccountRecord } from './Account.js';
import { Account } from './Account.js';
import { recordAct } from './audit/recordAct.js';
import { defaultsOf } from './countryDefaults.js';
import { isEmail, normalisedEmail } from './email.js';
import { during } from './interval.js';
import { Office } from './Office.js';
import { Person } from './Person.js';

/**
 * Makes somebody an operator from the command line of the machine: the first of a new portal, or another when the last one is gone.
 * Answers with 0, or with 2 after saying what is wrong with the words.
 */
export async function appointOperator(words: readonly string[], now: Date, print: (line: string) => void): Promise<number> {
  const [email, ...name] = [normalisedEmail(words[0] ?? ''), ...words.slice(1)];
  if (!isEmail(email)) {
    print('Usage: npm run appoint-operator -- MAIL-ADDRESS [NAME]');
    return 2;
  }
  const said = await inTurn('offices', async () => {
    const known = await Account.findOne({ email }).lean<AccountRecord>();
    const personId = known?.personId ?? (await openAccount(email, name.join(' ').trim() || email, now));
    if (await Office.exists({ kind: 'OPERATOR', personId, ...during(now) })) return `${email} is an operator already.`;
    const office = await Office.create({ kind: 'OPERATOR', personId, startedAt: now });
    await recordAct(null, now, {
      act: 'appointOperator',
      subject: { type: 'Office', id: office.id },
      reason: 'From the command line.',
      changes: [{ field: 'person', before: null, after: String(personId) }],
    });
    return `${email} is an operator now and signs in by a link sent there.`;
  });
  print(said);
  return 0;
}

async function openAccount(email: string, name: string, now: Date) {
  const person = await Person.create({ name });
  await Account.create({ ...defaultsOf(null), personId: person._id, email, openedAt: now });
  return person._id;
}
