import { createReadStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { registerCoalitions, registerOrganisations } from '../people/index.js';
import type { Change } from '../platform/changes.js';
import { startJobs } from '../platform/jobs.js';
import type { Portal } from '../platform/Portal.js';
import { Affiliation } from './Affiliation.js';
import { seedDemonstrationOrganisations } from './demonstration.js';
import { DirectoryIndex } from './DirectoryIndex.js';
import { importOrganisations } from './import/importOrganisations.js';
import { readSourceDates } from './import/sourceDates.js';
import { askToConfirmJob } from './keeping/askToConfirm.js';
import { dataFolder, readNetwork } from './network.js';
import { Organisation } from './Organisation.js';
import { registerPastVisits } from './peers/pastVisits.js';
import { readRecordedVisits } from './peers/peerData.js';
import { visitsOnRecord } from './peers/visitsOnRecord.js';
import { PossibleDuplicate } from './PossibleDuplicate.js';
import { serveWaysOut } from './ways-out/serveWaysOut.js';

/** The one directory of this process. */
export const directory = new DirectoryIndex();

/** Imports the public data set on the first start, reads the directory into memory and keeps it true by change events. */
export async function startDirectory(portal: Portal): Promise<void> {
  registerOrganisations((id, viewer) => directory.byId(id, viewer));
  registerCoalitions((shortName) => directory.networkName(shortName) !== undefined);
  directory.network = await readNetwork();
  const forgetRecordedVisits = registerPastVisits(visitsOnRecord(readRecordedVisits(), directory));
  portal.onStop(() => Promise.resolve(forgetRecordedVisits()));
  if (!(await Organisation.exists({ isFictional: false }))) await importPublicDataSet(portal, directory.network.recordReadOn);
  if (portal.environment.demonstration) {
    await portal.step('Invent the organisations of the demonstration', () => seedDemonstrationOrganisations(portal.now()));
  }
  await keepTrue(portal);
  serveWaysOut(portal, directory);
  portal.onStop(startJobs([askToConfirmJob(portal.publicUrl)], portal.now, portal.log));
}

async function importPublicDataSet(portal: Portal, recordReadOn: string): Promise<void> {
  const path = join(dataFolder, 'organisations.csv');
  if (!existsSync(path)) {
    portal.log.warn({ path }, 'The public data set is missing; the directory starts empty.');
    return;
  }
  await portal.step('Import the public data set', async () => {
    const dates = await readSourceDates();
    const run = { file: basename(path), reason: 'The public data set, at the first start.', at: portal.now() };
    const { rows, added, rejected } = await importOrganisations(createReadStream(path), { run, recordReadOn, dates });
    portal.log.info({ rows, added: added.length, rejected }, 'The public data set was imported.');
  });
}

/** Watches before it reads, and takes changes in only after that, so that none is missed and none is overwritten by something older. */
async function keepTrue(portal: Portal): Promise<void> {
  let loaded = (): void => undefined;
  const hasLoaded = new Promise<void>((resolve) => (loaded = resolve));
  const taking =
    (put: (id: string) => Promise<boolean>, remove: (id: string) => void) =>
    async (change: Change): Promise<void> => {
      await hasLoaded;
      if (change.kind === 'everything') await loadDirectory();
      else if (change.kind === 'removed' || !(await put(change.id))) remove(change.id);
    };
  try {
    // Side by side, since each takes its time to open.
    await Promise.all([
      portal.watch(
        Organisation,
        taking(putOrganisation, (id) => directory.removeOrganisation(id)),
      ),
      portal.watch(
        Affiliation,
        taking(putAffiliation, (id) => directory.removeAffiliation(id)),
      ),
      portal.watch(
        PossibleDuplicate,
        taking(putPossibleDuplicate, (id) => directory.removePossibleDuplicate(id)),
      ),
    ]);
    await portal.step('Read the directory into memory', loadDirectory);
  } finally {
    loaded();
  }
}

/** Reads the whole directory from the database into memory. */
async function loadDirectory(): Promise<void> {
  const [organisations, affiliations, duplicates] = await Promise.all([
    Organisation.find().lean(),
    Affiliation.find().lean(),
    PossibleDuplicate.find().lean(),
  ]);
  directory.replaceAll(organisations, affiliations, duplicates);
}

async function putOrganisation(id: string): Promise<boolean> {
  const found = await Organisation.findById(id).lean();
  if (found !== null) directory.putOrganisation(found);
  return found !== null;
}

async function putAffiliation(id: string): Promise<boolean> {
  const found = await Affiliation.findById(id).lean();
  if (found !== null) directory.putAffiliation(found);
  return found !== null;
}

async function putPossibleDuplicate(id: string): Promise<boolean> {
  const found = await PossibleDuplicate.findById(id).lean();
  if (found !== null) directory.putPossibleDuplicate(found);
  return found !== null;
}
