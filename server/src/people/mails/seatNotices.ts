import type { Types } from 'mongoose';
import type { Context } from '../../context.js';
import type { Letter } from '../../platform/mail/letter.js';
import { postMail } from '../../platform/mail/outbox.js';
import type { Words } from '../../platform/words.js';
import { fill, words } from '../../platform/words.js';
import type { AccountRecord } from '../Account.js';
import { Account } from '../Account.js';
import { findOrganisation } from '../organisations.js';
import { Person } from '../Person.js';
import type { SeatHoldingRecord } from '../SeatHolding.js';
import { seatKindNames } from './seatKindNames.js';
import { greeting } from './greeting.js';

const yourSeat = words({
  en: 'Your seat at {organisation}',
  fr: 'Votre siège à {organisation}',
  es: 'Su puesto en {organisation}',
  ar: 'مقعدك في {organisation}',
});
const given = words({
  en: 'From now on you hold a seat of {organisation}: {kind}.',
  fr: 'Vous occupez désormais un siège de {organisation} : {kind}.',
  es: 'Desde ahora ocupa un puesto de {organisation}: {kind}.',
  ar: 'من الآن تشغل مقعدًا في {organisation}: {kind}.',
});
const ended = words({
  en: 'You no longer hold the seat of {organisation}: {kind}. Its history keeps what you did in it.',
  fr: 'Vous n’occupez plus le siège de {organisation} : {kind}. Son histoire garde ce que vous y avez fait.',
  es: 'Ya no ocupa el puesto de {organisation}: {kind}. Su historia conserva lo que hizo en él.',
  ar: 'لم تعد تشغل مقعد {organisation}: {kind}. يحتفظ تاريخ المقعد بما قمت به فيه.',
});
const look = words({ en: 'Look at your seats', fr: 'Voir vos sièges', es: 'Ver sus puestos', ar: 'اطّلع على مقاعدك' });
const footnote = words({
  en: 'An administrator of the organisation decided this. Ask them if it surprises you.',
  fr: 'Un administrateur de l’organisation en a décidé ainsi. Adressez-vous à lui si cela vous surprend.',
  es: 'Lo decidió un administrador de la organización. Pregúntele si le sorprende.',
  ar: 'قرر ذلك مسؤول في المنظمة. اسأله إن فاجأك الأمر.',
});

/** Tells the person who leaves a seat and the one who takes it, each in their own language. */
export async function postSeatNotices(
  context: Context,
  holding: Pick<SeatHoldingRecord, 'organisationId' | 'kind'>,
  people: { from?: Types.ObjectId; to?: Types.ObjectId },
): Promise<void> {
  for (const [personId, news] of [
    [people.from, ended],
    [people.to, given],
  ] as const) {
    const account = personId && (await Account.findOne({ personId }).lean<AccountRecord>());
    if (account)
      await postMail(await notice(context, holding, account, news), { address: account.email, language: account.language }, context.now());
  }
}

async function notice(
  context: Context,
  holding: Pick<SeatHoldingRecord, 'organisationId' | 'kind'>,
  account: AccountRecord,
  news: Words,
): Promise<Letter> {
  const { language } = account;
  const person = await Person.findById(account.personId).lean();
  const organisation = findOrganisation(String(holding.organisationId), context.viewer, language)?.name ?? '';
  const values = { organisation, kind: seatKindNames[holding.kind][language] };
  return {
    subject: fill(yourSeat[language], values),
    greeting: fill(greeting[language], { name: person?.name ?? '' }),
    paragraphs: [fill(news[language], values)],
    action: { label: look[language], url: `${context.publicUrl}/account` },
    footnote: footnote[language],
  };
}
