import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { AppointToOfficeInput } from '../../generated/graphql.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { words } from '../../platform/words.js';
import { recordAct } from '../audit/recordAct.js';
import { isCoalition } from '../coalitions.js';
import type { OfficeRecord } from '../Office.js';
import { Office } from '../Office.js';
import { officesAt } from '../offices.js';
import type { PersonRecord } from '../Person.js';
import { Person } from '../Person.js';
import { canAppointOffice } from '../policy.js';
import { AlreadyHoldsOffice, NoSuchCoalition, SafeguardingLeadsComplete } from '../refusals.js';
import { sessionCache } from '../sessions.js';

const scoped = new Set(['COORDINATOR', 'CONVENER']);

const scopeWanted = words({
  en: 'Say for which coalition or group, by its short name.',
  fr: 'Indiquez pour quelle coalition ou quel groupe, par son nom court.',
  es: 'Indique para qué coalición o grupo, por su nombre corto.',
  ar: 'حدّد لأي تحالف أو مجموعة، باسمها القصير.',
});
const noScope = words({
  en: 'This office is for the whole network.',
  fr: 'Cette fonction vaut pour tout le réseau.',
  es: 'Este cargo es para toda la red.',
  ar: 'هذا المنصب للشبكة كلها.',
});
const nobody = words({
  en: 'There is no such person.',
  fr: 'Cette personne n’existe pas.',
  es: 'No existe tal persona.',
  ar: 'لا يوجد شخص بهذا المعرّف.',
});

/** How many people are designated to read the restricted store. */
const safeguardingLeads = 2;

export async function appointToOffice(
  context: Context,
  input: AppointToOfficeInput,
): Promise<OfficeRecord | InvalidInput | AlreadyHoldsOffice | NoSuchCoalition | SafeguardingLeadsComplete> {
  const viewer = signedInViewer(context);
  const { kind } = input;
  authorize(canAppointOffice(viewer, kind));
  const scope = input.scope?.trim() || null;
  const check = new InputCheck(context.language);
  if (scoped.has(kind)) check.that(scope !== null && scope.length <= 200, 'scope', scopeWanted);
  else check.that(scope === null, 'scope', noScope);
  const person = isValidObjectId(input.personId)
    ? await Person.findOne({ _id: input.personId, erasedAt: null }).lean<PersonRecord>()
    : null;
  check.that(person !== null, 'personId', nobody);
  if (person === null || check.refusal) return check.refusal as InvalidInput;
  if (kind === 'COORDINATOR' && scope !== null && !isCoalition(scope)) return new NoSuchCoalition(context.language, scope);

  const now = context.now();
  const outcome = await inTurn('offices', async () => {
    const held = (await officesAt(now)).filter((office) => office.kind === kind && office.scope === scope);
    const already = held.find((office) => String(office.personId) === person.id);
    if (already) return new AlreadyHoldsOffice(context.language, already);
    if (kind === 'SAFEGUARDING_LEAD' && held.length >= safeguardingLeads) return new SafeguardingLeadsComplete(context.language);
    const office = await Office.create({ kind, scope, personId: person._id, startedAt: now });
    await recordAct(viewer, now, {
      act: 'appointToOffice',
      subject: { type: 'Office', id: office.id },
      changes: [
        { field: 'kind', before: null, after: kind },
        { field: 'scope', before: null, after: scope },
        { field: 'person', before: null, after: person.id },
      ],
    });
    return office.toObject<OfficeRecord>({ virtuals: true });
  });
  sessionCache.forgetPerson(person.id);
  return outcome;
}
