import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { ErasePersonInput } from '../../generated/graphql.js';
import { authorize, notFound } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck, Refusal } from '../../platform/refusals.js';
import { words } from '../../platform/words.js';
import type { AccountRecord } from '../Account.js';
import { Account } from '../Account.js';
import { recordAct } from '../audit/recordAct.js';
import { normalisedEmail } from '../email.js';
import { eraseAllOf } from '../erasure.js';
import { during } from '../interval.js';
import { officesAt } from '../offices.js';
import type { PersonRecord } from '../Person.js';
import { canErasePerson, canLeaveWithoutAdministrator } from '../policy.js';
import { checkedReason } from '../reason.js';
import { LastAdministrator, LastOperator } from '../refusals.js';
import type { SeatHoldingRecord } from '../SeatHolding.js';
import { SeatHolding } from '../SeatHolding.js';
import { holdingsAt, leavesAnAdministrator, seatsOfOrganisation } from '../seatHoldings.js';
import { sessionCache, sessionCookie } from '../sessions.js';

const anotherAddress = words({
  en: 'This is not the mail address of the person to be erased.',
  fr: 'Ce n’est pas l’adresse de la personne à effacer.',
  es: 'No es la dirección de la persona que se va a borrar.',
  ar: 'هذا ليس عنوان الشخص المراد محوه.',
});

export async function erasePerson(
  context: Context,
  input: ErasePersonInput,
): Promise<PersonRecord | InvalidInput | LastAdministrator | LastOperator> {
  const viewer = signedInViewer(context);
  authorize(canErasePerson(viewer, input.personId));
  const account = isValidObjectId(input.personId) ? await Account.findOne({ personId: input.personId }).lean<AccountRecord>() : null;
  if (account === null) throw notFound();
  const check = new InputCheck(context.language);
  check.that(normalisedEmail(input.email) === account.email, 'email', anotherAddress);
  const reason = checkedReason(check, input.reason, viewer.personId !== input.personId);
  if (check.refusal) return check.refusal;

  const now = context.now();
  const held = await SeatHolding.find({ personId: account.personId, ...during(now) }).lean<SeatHoldingRecord[]>();
  const matters = ['offices', ...held.map(({ organisationId }) => seatsOfOrganisation(organisationId))];
  const outcome = await inTurn(matters, async () => {
    const operators = (await officesAt(now)).filter(({ kind }) => kind === 'OPERATOR');
    if (operators.length === 1 && String(operators[0]?.personId) === input.personId) return new LastOperator(context.language);
    if (!canLeaveWithoutAdministrator(viewer) && (await isLastAdministrator(held, now))) return new LastAdministrator(context.language);
    await recordAct(viewer, now, { act: 'erasePerson', subject: { type: 'Person', id: input.personId }, reason });
    return eraseAllOf(account, now);
  });
  if (outcome instanceof Refusal) return outcome;
  sessionCache.forgetPerson(input.personId);
  if (viewer.personId === input.personId) context.cookies.clear(sessionCookie);
  return outcome;
}

/** Whether one of the organisations would be left to nobody; two seats of the same person are no help. */
async function isLastAdministrator(held: readonly SeatHoldingRecord[], now: Date): Promise<boolean> {
  for (const holding of held) {
    const holdings = await holdingsAt(holding.organisationId, now);
    const ofOthers = holdings.filter(({ personId }) => String(personId) !== String(holding.personId));
    if (!leavesAnAdministrator(ofOthers, holding)) return true;
  }
  return false;
}
