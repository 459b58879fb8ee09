import type { Context } from '../../context.js';
import { postMail } from '../../platform/mail/outbox.js';
import type { Words } from '../../platform/words.js';
import { fill, words } from '../../platform/words.js';
import type { AccountRecord } from '../Account.js';
import { Account } from '../Account.js';
import { Person } from '../Person.js';
import { greeting } from './greeting.js';

const footnote = words({
  en: 'You read this because you hold the office of a safeguarding lead. The reason stands in the portal and in no mail.',
  fr: 'Vous recevez ce courriel parce que vous êtes responsable de la protection de l’enfance. Le motif figure dans le portail et dans aucun courriel.',
  es: 'Recibe este correo porque es responsable de la protección de la infancia. El motivo está en el portal y en ningún correo.',
  ar: 'تصلك هذه الرسالة لأنك مسؤول عن حماية الأطفال. السبب مذكور في البوابة ولا يُكتب في أي رسالة.',
});

interface Notice {
  subject: Words;
  news: Words;
  action: Words;
}

const asked: Notice = {
  subject: words({
    en: '{other} asks to open the restricted store',
    fr: '{other} demande à ouvrir le registre restreint',
    es: '{other} pide abrir el registro restringido',
    ar: 'يطلب {other} فتح السجل المقيَّد',
  }),
  news: words({
    en: '{other} asks you to open the restricted store about child advisors together. Read the reason, then agree or say no. Without an answer it lapses within a day.',
    fr: '{other} vous demande d’ouvrir ensemble le registre restreint sur les enfants conseillers. Lisez le motif, puis acceptez ou refusez. Sans réponse, la demande est caduque au bout d’un jour.',
    es: '{other} le pide abrir juntos el registro restringido sobre niños consejeros. Lea el motivo y acepte o niéguese. Sin respuesta, la petición caduca en un día.',
    ar: 'يطلب منك {other} أن تفتحا معًا السجل المقيَّد للأطفال المستشارين. اقرأ السبب ثم وافق أو ارفض. إن لم تُجب سقط الطلب بعد يوم.',
  }),
  action: words({
    en: 'Read the reason and answer',
    fr: 'Lire le motif et répondre',
    es: 'Leer el motivo y responder',
    ar: 'اقرأ السبب وأجب',
  }),
};
const look = words({
  en: 'Go to the restricted store',
  fr: 'Aller au registre restreint',
  es: 'Ir al registro restringido',
  ar: 'اذهب إلى السجل المقيَّد',
});
const agreed: Notice = {
  subject: words({
    en: '{other} agreed: the restricted store is open',
    fr: '{other} a accepté : le registre restreint est ouvert',
    es: '{other} aceptó: el registro restringido está abierto',
    ar: 'وافق {other}: السجل المقيَّد مفتوح',
  }),
  news: words({
    en: 'The restricted store is open to you and {other} for one hour from now. Each reading is kept in the audit trail.',
    fr: 'Le registre restreint vous est ouvert, à vous et à {other}, pendant une heure à partir de maintenant. Chaque lecture est consignée dans le journal.',
    es: 'El registro restringido está abierto para usted y {other} durante una hora desde ahora. Cada lectura queda en el registro de auditoría.',
    ar: 'السجل المقيَّد مفتوح لك ولـ{other} مدة ساعة من الآن. تُحفظ كل قراءة في سجل التدقيق.',
  }),
  action: look,
};
const refused: Notice = {
  subject: words({
    en: '{other} said no: the restricted store stays closed',
    fr: '{other} a refusé : le registre restreint reste fermé',
    es: '{other} se negó: el registro restringido sigue cerrado',
    ar: 'رفض {other}: يبقى السجل المقيَّد مغلقًا',
  }),
  news: words({
    en: '{other} did not agree to opening the restricted store. The portal tells you why.',
    fr: '{other} n’a pas accepté d’ouvrir le registre restreint. Le portail vous dit pourquoi.',
    es: '{other} no aceptó abrir el registro restringido. El portal le dice por qué.',
    ar: 'لم يوافق {other} على فتح السجل المقيَّد. تجد السبب في البوابة.',
  }),
  action: look,
};

/** Tells the other designated person, in their language, that somebody asks for their agreement. */
export function postOpeningAsked(context: Context, toPersonId: string, askedById: string): Promise<void> {
  return post(context, asked, toPersonId, askedById);
}

/** Tells the one who asked what the other answered. */
export function postOpeningAnswered(
  context: Context,
  toPersonId: string,
  answeredById: string,
  answer: 'AGREED' | 'REFUSED',
): Promise<void> {
  return post(context, answer === 'AGREED' ? agreed : refused, toPersonId, answeredById);
}

async function post(context: Context, notice: Notice, toPersonId: string, otherId: string): Promise<void> {
  const account = await Account.findOne({ personId: toPersonId }).lean<AccountRecord>();
  if (account === null) return;
  const { language, email } = account;
  const person = await Person.findById(toPersonId).lean();
  const other = (await Person.findById(otherId).lean())?.name ?? '';
  const letter = {
    subject: fill(notice.subject[language], { other }),
    greeting: fill(greeting[language], { name: person?.name ?? '' }),
    paragraphs: [fill(notice.news[language], { other })],
    action: { label: notice.action[language], url: `${context.publicUrl}/child-advisors/records` },
    footnote: footnote[language],
  };
  await postMail(letter, { address: email, language }, context.now());
}
