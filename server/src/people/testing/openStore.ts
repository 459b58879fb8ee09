import { Types } from 'mongoose';
import { testMoment } from '../../platform/testing/request.js';
import { ChildRecordsOpening } from '../safeguarding/ChildRecordsOpening.js';
import type { Viewer } from '../Viewer.js';
import { addPerson } from './addPerson.js';

/** Opens the restricted store to a safeguarding lead and another one, from `testMoment` until `closesAt`; answers with the other. */
export async function openStore(viewer: Viewer, closesAt = new Date(testMoment.getTime() + 3_600_000)): Promise<Viewer> {
  const other = await addPerson({ offices: [{ kind: 'SAFEGUARDING_LEAD' }] });
  await ChildRecordsOpening.deleteMany({});
  await ChildRecordsOpening.create({
    reason: 'Yearly review.',
    askedById: new Types.ObjectId(viewer.personId),
    askedAt: testMoment,
    lapsesAt: closesAt,
    answer: 'AGREED',
    answeredById: new Types.ObjectId(other.personId),
    answeredAt: testMoment,
    closesAt,
  });
  return other.viewer;
}
