import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { EndSeatHoldingInput } from '../../generated/graphql.js';
import { authorize } from '../../platform/errors.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { recordAct } from '../audit/recordAct.js';
import { canEndSeatHolding, canLeaveWithoutAdministrator, isAdministratorOf } from '../policy.js';
import { checkedReason } from '../reason.js';
import type { SeatChangedMeanwhile } from '../refusals.js';
import { LastAdministrator } from '../refusals.js';
import type { SeatHoldingRecord } from '../SeatHolding.js';
import { changedMeanwhile, endHolding, holdingsAt, inSeatTurn, leavesAnAdministrator, visibleHolding } from '../seatHoldings.js';
import { sessionCache } from '../sessions.js';

export async function endSeatHolding(
  context: Context,
  input: EndSeatHoldingInput,
): Promise<SeatHoldingRecord | InvalidInput | SeatChangedMeanwhile | LastAdministrator> {
  const viewer = signedInViewer(context);
  const shown = await visibleHolding(context, input.holdingId);
  const organisationId = String(shown.organisationId);
  const personId = String(shown.personId);
  authorize(canEndSeatHolding(viewer, { organisationId, personId }));
  const check = new InputCheck(context.language);
  const reason = checkedReason(check, input.reason, !isAdministratorOf(viewer, organisationId) && viewer.personId !== personId);
  if (check.refusal) return check.refusal;

  const now = context.now();
  const outcome = await inSeatTurn(organisationId, async () => {
    const holdings = await holdingsAt(shown.organisationId, now);
    const holding = holdings.find(({ id }) => id === shown.id);
    if (holding === undefined) return changedMeanwhile(context, shown.seatId);
    if (!leavesAnAdministrator(holdings, holding) && !canLeaveWithoutAdministrator(viewer)) return new LastAdministrator(context.language);
    await recordAct(viewer, now, {
      act: 'endSeatHolding',
      subject: { type: 'SeatHolding', id: holding.id },
      onBehalfOf: organisationId,
      reason,
      changes: [{ field: 'endedAt', before: null, after: now.toISOString() }],
    });
    return endHolding(holding, now);
  });
  sessionCache.forgetPerson(personId);
  return outcome;
}
