import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { SetAdministratorInput } from '../../generated/graphql.js';
import { authorize } from '../../platform/errors.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { recordAct } from '../audit/recordAct.js';
import { canChangeAdministrator, canLeaveWithoutAdministrator, isAdministratorOf } from '../policy.js';
import { checkedReason } from '../reason.js';
import type { SeatChangedMeanwhile } from '../refusals.js';
import { LastAdministrator } from '../refusals.js';
import type { SeatHoldingRecord } from '../SeatHolding.js';
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

/** The right is a part of the holding, so a change of it ends one holding and begins another of the same person at the same moment. */
export async function setAdministrator(
  context: Context,
  input: SetAdministratorInput,
): Promise<SeatHoldingRecord | InvalidInput | SeatChangedMeanwhile | LastAdministrator> {
  const viewer = signedInViewer(context);
  const { isAdministrator } = input;
  const shown = await visibleHolding(context, input.holdingId);
  const organisationId = String(shown.organisationId);
  authorize(canChangeAdministrator(viewer, organisationId));
  const check = new InputCheck(context.language);
  const reason = checkedReason(check, input.reason, !isAdministratorOf(viewer, organisationId));
  if (check.refusal) return check.refusal;

  const now = context.now();
  const outcome = await inSeatTurn(organisationId, async () => {
    const holdings = await holdingsAt(shown.organisationId, now);
    const holding = holdings.find(({ id }) => id === shown.id);
    if (holding === undefined) return changedMeanwhile(context, shown.seatId);
    if (holding.isAdministrator === isAdministrator) return holding;
    const isLast = !isAdministrator && !leavesAnAdministrator(holdings, holding);
    if (isLast && !canLeaveWithoutAdministrator(viewer)) return new LastAdministrator(context.language);
    await recordAct(viewer, now, {
      act: 'setAdministrator',
      subject: { type: 'SeatHolding', id: holding.id },
      onBehalfOf: organisationId,
      reason,
      changes: [{ field: 'isAdministrator', before: String(holding.isAdministrator), after: String(isAdministrator) }],
    });
    await endHolding(holding, now);
    return beginHolding({ ...holding, _id: holding.seatId }, { personId: holding.personId, isAdministrator }, now);
  });
  sessionCache.forgetPerson(String(shown.personId));
  return outcome;
}
