import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { ChangeSettingsInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import type { Language } from '../../platform/language.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { inTransaction } from '../../platform/transaction.js';
import { words } from '../../platform/words.js';
import type { AccountRecord } from '../Account.js';
import { Account } from '../Account.js';
import { Person } from '../Person.js';
import { checkedName } from '../personName.js';
import type { SignedInViewer } from '../sessions.js';
import { asSignedInViewer } from '../sessions.js';

const noTimeZone = words({
  en: 'There is no such time zone. It looks like Asia/Manila.',
  fr: 'Ce fuseau horaire n’existe pas. Il ressemble à Asia/Manila.',
  es: 'No existe esa zona horaria. Tiene la forma Asia/Manila.',
  ar: 'لا توجد منطقة زمنية بهذا الاسم. شكلها Asia/Manila.',
});
const noTime = words({
  en: 'A time has the form 09:30, from 00:00 to 23:59.',
  fr: 'Une heure a la forme 09:30, de 00:00 à 23:59.',
  es: 'Una hora tiene la forma 09:30, de 00:00 a 23:59.',
  ar: 'شكل الوقت 09:30، من 00:00 إلى 23:59.',
});
const endsBeforeItBegins = words({
  en: 'The working day ends after it begins.',
  fr: 'La journée de travail finit après avoir commencé.',
  es: 'La jornada termina después de empezar.',
  ar: 'ينتهي يوم العمل بعد أن يبدأ.',
});
const noWeek = words({
  en: 'A week has at least one working day, and each day stands in it once.',
  fr: 'Une semaine compte au moins un jour ouvrable, et chaque jour n’y figure qu’une fois.',
  es: 'Una semana tiene al menos un día laborable, y cada día figura una sola vez.',
  ar: 'في الأسبوع يوم عمل واحد على الأقل، ويُذكر كل يوم مرة واحدة.',
});

export async function changeSettings(context: Context, input: ChangeSettingsInput): Promise<SignedInViewer | InvalidInput> {
  const viewer = signedInViewer(context);
  const account = await Account.findById(viewer.accountId).lean<AccountRecord>();
  if (account === null) throw notFound();
  const workingHours = { start: input.workingDayStart ?? account.workingHours.start, end: input.workingDayEnd ?? account.workingHours.end };
  const timeZone = input.timeZone ?? account.timeZone;
  const weekend = input.weekend ?? account.weekend;
  const check = new InputCheck(context.language);
  const name = input.name == null ? null : checkedName(check, input.name);
  check.that(isTimeZone(timeZone), 'timeZone', noTimeZone);
  const startIsTime = check.that(isTime(workingHours.start), 'workingDayStart', noTime);
  if (check.that(isTime(workingHours.end), 'workingDayEnd', noTime) && startIsTime) {
    check.that(workingHours.start < workingHours.end, 'workingDayEnd', endsBeforeItBegins);
  }
  check.that(weekend.length <= 6 && new Set(weekend).size === weekend.length, 'weekend', noWeek);
  if (check.refusal) return check.refusal;

  const language = (input.language?.toLowerCase() ?? account.language) as Language;
  await inTransaction(async () => {
    await Account.updateOne({ _id: account._id }, { language, timeZone, workingHours, weekend });
    if (name !== null) await Person.updateOne({ _id: viewer.personId, erasedAt: null }, { name });
  });
  return asSignedInViewer(viewer, context.session?.id ?? null);
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Offsets such as `+02:00` are no zones: they know no summer. */
function isTimeZone(text: string): boolean {
  try {
    return /^[A-Za-z]/.test(text) && new Intl.DateTimeFormat('en', { timeZone: text }).format() !== '';
  } catch {
    return false;
  }
}
