import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { notFound } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import { officesAt } from '../offices.js';
import { ChildRecordsClosed } from './refusals.js';
import type { Viewer } from '../Viewer.js';
import type { ChildRecordsOpeningRecord } from './ChildRecordsOpening.js';
import { ChildRecordsOpening } from './ChildRecordsOpening.js';
import type { OpeningState } from './opening.js';
import { stateAt } from './opening.js';
import { safeguardingLead } from './openRecord.js';

/** The keys of the people who hold the office at the moment. */
export async function leadsAt(at: Date): Promise<ReadonlySet<string>> {
  const offices = await officesAt(at);
  return new Set(offices.filter(({ kind }) => kind === 'SAFEGUARDING_LEAD').map(({ personId }) => String(personId)));
}

export async function stateOf({ now }: Pick<Context, 'now'>, opening: ChildRecordsOpeningRecord): Promise<OpeningState> {
  return stateAt(opening, await leadsAt(now()), now());
}

/** What is waiting or open now; null when nothing is. */
export async function openingUnderWay(context: Pick<Context, 'now'>): Promise<ChildRecordsOpeningRecord | null> {
  const latest = await ChildRecordsOpening.find({ closedAt: null, answer: { $ne: 'REFUSED' } })
    .sort({ askedAt: -1, _id: -1 })
    .limit(20)
    .lean<ChildRecordsOpeningRecord[]>();
  for (const opening of latest) if (['WAITING', 'OPEN'].includes(await stateOf(context, opening))) return opening;
  return null;
}

/** What is waiting or open now, else how the last one ended; null when nobody ever asked. */
export async function childRecordsOpening(context: Context): Promise<ChildRecordsOpeningRecord | null> {
  safeguardingLead(context);
  return (await openingUnderWay(context)) ?? ChildRecordsOpening.findOne().sort({ askedAt: -1, _id: -1 }).lean<ChildRecordsOpeningRecord>();
}

/** Whether the viewer is the other one of the two, and it waits for them. */
export async function canAnswer(context: Context, opening: ChildRecordsOpeningRecord): Promise<boolean> {
  return String(opening.askedById) !== context.viewer?.personId && (await stateOf(context, opening)) === 'WAITING';
}

/** Whether the viewer asked for it or agreed to it. */
export function isOneOfTheTwo({ personId }: Viewer, { askedById, answeredById }: ChildRecordsOpeningRecord): boolean {
  return [String(askedById), String(answeredById)].includes(personId);
}

/** The viewer, with the opening that lets them into the restricted store now, or the refusal; throws FORBIDDEN for everybody but the designated two. */
export async function openedStore(context: Context): Promise<{ viewer: Viewer; opening: ChildRecordsOpeningRecord } | ChildRecordsClosed> {
  const viewer = safeguardingLead(context);
  const opening = await openingUnderWay(context);
  const isOpen = opening !== null && opening.answer === 'AGREED' && isOneOfTheTwo(viewer, opening);
  return isOpen ? { viewer, opening } : new ChildRecordsClosed(context.language);
}

/** Decides on openings one after another, so that two answers at once do not both count. */
export function inOpeningTurn<T>(act: () => Promise<T>): Promise<T> {
  return inTurn('opening of child records', act);
}

export async function openingById(id: string): Promise<ChildRecordsOpeningRecord> {
  const opening = isValidObjectId(id) ? await ChildRecordsOpening.findById(id).lean<ChildRecordsOpeningRecord>() : null;
  if (opening === null) throw notFound();
  return opening;
}

/** Writes what has become of the opening and gives it as it is then. */
export async function changeOpening(
  { _id }: ChildRecordsOpeningRecord,
  change: Partial<ChildRecordsOpeningRecord>,
): Promise<ChildRecordsOpeningRecord> {
  const changed = await ChildRecordsOpening.findOneAndUpdate({ _id }, change, {
    returnDocument: 'after',
  }).lean<ChildRecordsOpeningRecord>();
  if (changed === null) throw notFound();
  return changed;
}
