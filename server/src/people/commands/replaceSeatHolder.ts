import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { ReplaceSeatHolderInput } from '../../generated/graphql.js';
import { authorize } from '../../platform/errors.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { words } from '../../platform/words.js';
import { recordAct } from '../audit/recordAct.js';
import { postSeatNotices } from '../mails/seatNotices.js';
import type { PersonRecord } from '../Person.js';
import { Person } from '../Person.js';
import { canLeaveWithoutAdministrator, canReplaceSeatHolder, isAdministratorOf } from '../policy.js';
import { checkedReason } from '../reason.js';
import type { SeatChangedMeanwhile } from '../refusals.js';
import { LastAdministrator } from '../refusals.js';
import type { SeatHoldingRecord } from '../SeatHolding.js';
import { SeatHolding } from '../SeatHolding.js';
import {
  beginHolding,
  changedMeanwhile,
  endHolding,
  holdingsAt,
  inSeatTurn,
  leavesAnAdministrator,
  visibleHolding,
} from '../seatHoldings.js';
import { sessionCache } from '../sessions.js';

const notAColleague = words({
  en: 'Choose somebody else who holds or held a seat of the same organisation, or invite them by mail.',
  fr: 'Choisissez une autre personne qui occupe ou a occupé un siège de la même organisation, ou invitez-la par courriel.',
  es: 'Elija a otra persona que ocupe o haya ocupado un puesto de la misma organización, o invítela por correo.',
  ar: 'اختر شخصًا آخر يشغل أو شغل مقعدًا في المنظمة نفسها، أو ادعه بالبريد.',
});

export async function replaceSeatHolder(
  context: Context,
  input: ReplaceSeatHolderInput,
): Promise<SeatHoldingRecord | InvalidInput | SeatChangedMeanwhile | LastAdministrator> {
  const viewer = signedInViewer(context);
  const shown = await visibleHolding(context, input.holdingId);
  const organisationId = String(shown.organisationId);
  authorize(canReplaceSeatHolder(viewer, organisationId));
  const successor = await colleague(shown, input.successorId);
  const check = new InputCheck(context.language);
  check.that(successor !== null, 'successorId', notAColleague);
  const reason = checkedReason(check, input.reason, !isAdministratorOf(viewer, organisationId));
  if (successor === null || check.refusal) return check.refusal as InvalidInput;

  const now = context.now();
  const outcome = await inSeatTurn(organisationId, async () => {
    const holdings = await holdingsAt(shown.organisationId, now);
    const holding = holdings.find(({ id }) => id === shown.id);
    if (holding === undefined) return changedMeanwhile(context, shown.seatId);
    const isAdministrator = input.isAdministrator ?? holding.isAdministrator;
    const isLast = !isAdministrator && !leavesAnAdministrator(holdings, holding);
    if (isLast && !canLeaveWithoutAdministrator(viewer)) return new LastAdministrator(context.language);
    await recordAct(viewer, now, {
      act: 'replaceSeatHolder',
      subject: { type: 'Seat', id: String(holding.seatId) },
      onBehalfOf: organisationId,
      reason,
      changes: [{ field: 'holder', before: String(holding.personId), after: successor.id }],
    });
    await endHolding(holding, now);
    await postSeatNotices(context, holding, { from: holding.personId, to: successor._id });
    return beginHolding({ ...holding, _id: holding.seatId }, { personId: successor._id, isAdministrator }, now);
  });
  sessionCache.forgetPerson(String(shown.personId));
  sessionCache.forgetPerson(input.successorId);
  return outcome;
}

/** Somebody else, not erased, who holds or held a seat of the same organisation. */
async function colleague(holding: SeatHoldingRecord, personId: string): Promise<PersonRecord | null> {
  if (!isValidObjectId(personId) || personId === String(holding.personId)) return null;
  if (!(await SeatHolding.exists({ organisationId: holding.organisationId, personId }))) return null;
  return Person.findOne({ _id: personId, erasedAt: null }).lean<PersonRecord>();
}
