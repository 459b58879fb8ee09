import { importFile, seedDemonstrationOrganisations } from './directory/index.js';
import { appointOperator, printAuditVerdict, seedDemonstrationPeople } from './people/index.js';
import { systemClock } from './platform/clock.js';
import { CannotStart, openDatabase } from './platform/database.js';
import { readEnvironment } from './platform/env.js';
import { prepareCollections } from './platform/mongo.js';
import { printStep, sayWhyNot } from './platform/terminal.js';

/** A command answers with the code that the process ends with. */
type Command = (words: readonly string[]) => Promise<number>;

const print = (line: string): void => console.log(line);

const commands: Readonly<Record<string, Command>> = {
  import: (words) => withDatabase(() => importFile(words, systemClock(), print)),
  seed: () => withDatabase(seed),
  'appoint-operator': (words) => withDatabase(() => appointOperator(words, systemClock(), print)),
  'verify-audit': () => withDatabase(() => printAuditVerdict(print)),
};

const usage = `Usage:
  npm run import -- FILE.csv [--dry-run]   adds and changes organisations; --dry-run only says what would change
  npm run seed                             fills the demonstration network with its invented people and organisations
  npm run appoint-operator -- MAIL [NAME]  makes somebody an operator, as a new portal needs
  npm run verify-audit                     names each entry of the audit trail that was tampered with`;

async function main([name = '', ...words]: readonly string[]): Promise<number> {
  const command = commands[name];
  if (command) return command(words);
  console.error(usage);
  return 2;
}

async function withDatabase(act: () => Promise<number>): Promise<number> {
  const database = await openDatabase(readEnvironment());
  try {
    await prepareCollections();
    return await act();
  } finally {
    await database.close();
  }
}

/** Real networks are never given invented people. */
async function seed(): Promise<number> {
  if (!readEnvironment().demonstration)
    throw new CannotStart('This network is real; only the demonstration network is given invented people (DEMONSTRATION).');
  await printStep('Invite the demonstration people', () => seedDemonstrationPeople(systemClock()));
  await printStep('Invent the organisations of the demonstration', () => seedDemonstrationOrganisations(systemClock()));
  return 0;
}

main(process.argv.slice(2)).then((code) => process.exit(code), sayWhyNot);
