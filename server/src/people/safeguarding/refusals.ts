import type { Language } from '../../platform/language.js';
import { Refusal } from '../../platform/refusals.js';
import { words } from '../../platform/words.js';
import { saying } from '../../platform/refusals.js';
import type { ChildRecordsOpeningRecord } from './ChildRecordsOpening.js';

const underWay = words({
  en: 'One opening at a time: somebody has asked already, or the store is open. Look at how it stands.',
  fr: 'Une ouverture à la fois : quelqu’un l’a déjà demandée, ou le registre est ouvert. Voyez où cela en est.',
  es: 'Una apertura a la vez: alguien ya la pidió o el registro está abierto. Mire cómo está.',
  ar: 'لا يُفتح السجل إلا مرة واحدة في الوقت نفسه: سبق أن طلب أحد ذلك أو أن السجل مفتوح. اطّلع على حاله.',
});

/** Somebody has asked already, or the store is open: one opening at a time. */
export class OpeningUnderWay extends Refusal {
  readonly __typename = 'OpeningUnderWay';

  constructor(
    language: Language,
    readonly opening: ChildRecordsOpeningRecord,
  ) {
    super(underWay[language]);
  }
}

/** Nobody else is designated now, and one alone does not open the restricted store. */
export class SecondLeadMissing extends saying(
  'SecondLeadMissing',
  words({
    en: 'Two people open the restricted store together, and nobody but you is designated now. Ask an operator to appoint the second.',
    fr: 'Deux personnes ouvrent ensemble le registre restreint, et vous êtes la seule personne désignée. Demandez à un opérateur de nommer la seconde.',
    es: 'Dos personas abren juntas el registro restringido, y ahora usted es la única persona designada. Pida a un operador que nombre a la segunda.',
    ar: 'يفتح السجلَّ المقيَّد شخصان معًا، ولا أحد معيَّن الآن سواك. اطلب من مشغّل تعيين الشخص الثاني.',
  }),
) {}

/** Who asked does not answer: the other designated person has to. */
export class AnotherPersonNeeded extends saying(
  'AnotherPersonNeeded',
  words({
    en: 'You asked for this yourself. The other designated person has to answer it.',
    fr: 'C’est vous qui l’avez demandé. L’autre personne désignée doit y répondre.',
    es: 'Lo pidió usted. Tiene que responder la otra persona designada.',
    ar: 'أنت من طلب ذلك. على الشخص المعيَّن الآخر أن يجيب.',
  }),
) {}

/** Nobody answered within a day, so what was asked has lapsed. */
export class OpeningLapsed extends saying(
  'OpeningLapsed',
  words({
    en: 'Nobody answered this within a day, so it has lapsed. Whoever still needs it asks again.',
    fr: 'Personne n’a répondu en un jour : la demande est caduque. Qui en a encore besoin la refait.',
    es: 'Nadie respondió en un día, así que la petición caducó. Quien aún lo necesite, que lo pida de nuevo.',
    ar: 'لم يُجب أحد خلال يوم، فسقط الطلب. من ما زال يحتاج إليه فليطلب مجددًا.',
  }),
) {}

/** The opening was answered or taken back while the page was open. */
export class OpeningNotWaiting extends saying(
  'OpeningNotWaiting',
  words({
    en: 'This was answered or taken back meanwhile, so your answer changes nothing. Load the page again to see how it stands.',
    fr: 'Entre-temps, il y a été répondu ou la demande a été retirée ; votre réponse ne change rien. Rechargez la page pour voir où cela en est.',
    es: 'Entretanto se respondió o se retiró, así que su respuesta no cambia nada. Vuelva a cargar la página para ver cómo está.',
    ar: 'أُجيب على هذا الطلب أو سُحب في هذه الأثناء، فلا يغيّر جوابك شيئًا. أعد تحميل الصفحة لترى حاله.',
  }),
) {}

/** The restricted store is closed to the viewer: nobody opened it, or the opening is over. */
export class ChildRecordsClosed extends saying(
  'ChildRecordsClosed',
  words({
    en: 'The restricted store is closed. Ask for it with a reason; once the other designated person agrees, it is open to both of you for an hour.',
    fr: 'Le registre restreint est fermé. Demandez son ouverture en donnant un motif ; dès que l’autre personne désignée accepte, il vous est ouvert à tous deux pendant une heure.',
    es: 'El registro restringido está cerrado. Pida abrirlo con un motivo; cuando la otra persona designada acepte, estará abierto para ambos durante una hora.',
    ar: 'السجل المقيَّد مغلق. اطلب فتحه مع ذكر السبب؛ وحين يوافق الشخص المعيَّن الآخر يُفتح لكما ساعة واحدة.',
  }),
) {}

/** Nobody of this pseudonym has a valid consent to this purpose, so nothing can be taken back. */
export class NoValidConsent extends saying(
  'NoValidConsent',
  words({
    en: 'Nobody of this pseudonym has a valid consent to this, so nothing of the kind is shown. Look again at how it is spelt.',
    fr: 'Personne portant ce pseudonyme n’a de consentement valable à cela : rien de tel n’est montré. Vérifiez l’orthographe.',
    es: 'Nadie con este seudónimo tiene un consentimiento válido para esto, así que no se muestra nada de ello. Revise cómo está escrito.',
    ar: 'لا أحد بهذا الاسم المستعار لديه موافقة سارية على ذلك، فلا يُعرض شيء منه. راجع كتابة الاسم.',
  }),
) {}
