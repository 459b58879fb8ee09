import type { Language } from '../platform/language.js';
import { Refusal, saying } from '../platform/refusals.js';
import { fill, words } from '../platform/words.js';
import type { OfficeRecord } from './Office.js';
import type { SeatRecord } from './Seat.js';
import type { SeatInvitationRecord } from './SeatInvitation.js';

/** This network is real: nobody is signed in by one click. */
export class OnlyOnDemonstrationNetwork extends saying(
  'OnlyOnDemonstrationNetwork',
  words({
    en: 'This network is real, so nobody signs in by one click. Ask for a sign-in link by mail.',
    fr: 'Ce réseau est réel : personne ne s’y connecte d’un seul clic. Demandez un lien de connexion par courriel.',
    es: 'Esta red es real: nadie entra con un solo clic. Pida un enlace de acceso por correo.',
    ar: 'هذه شبكة حقيقية، فلا يدخلها أحد بنقرة واحدة. اطلب رابط الدخول بالبريد.',
  }),
) {}

/** No such link was ever sent: it was cut off or changed on its way. */
export class LinkNotValid extends saying(
  'LinkNotValid',
  words({
    en: 'This link is not one of ours; perhaps it was cut off. Open it again from the mail, or ask for a new one.',
    fr: 'Ce lien ne vient pas de nous ; il a peut-être été tronqué. Rouvrez-le depuis le courriel, ou demandez-en un nouveau.',
    es: 'Este enlace no es nuestro; quizá se cortó. Ábralo de nuevo desde el correo o pida otro.',
    ar: 'هذا الرابط ليس من روابطنا، وربما اقتُطع جزء منه. افتحه مجددًا من الرسالة أو اطلب رابطًا جديدًا.',
  }),
) {}

/** The link is older than it may be. */
export class LinkExpired extends saying(
  'LinkExpired',
  words({
    en: 'This link has expired; links work for 15 minutes. Ask for a new one.',
    fr: 'Ce lien a expiré ; un lien fonctionne pendant 15 minutes. Demandez-en un nouveau.',
    es: 'Este enlace ha caducado; los enlaces funcionan durante 15 minutos. Pida otro.',
    ar: 'انتهت صلاحية هذا الرابط، فالروابط تعمل ١٥ دقيقة. اطلب رابطًا جديدًا.',
  }),
) {}

/** The link has done its work already. */
export class LinkAlreadyUsed extends saying(
  'LinkAlreadyUsed',
  words({
    en: 'This link was used already; each works once. Ask for a new one.',
    fr: 'Ce lien a déjà servi ; chaque lien fonctionne une seule fois. Demandez-en un nouveau.',
    es: 'Este enlace ya se usó; cada uno funciona una sola vez. Pida otro.',
    ar: 'استُعمل هذا الرابط من قبل، وكل رابط يعمل مرة واحدة. اطلب رابطًا جديدًا.',
  }),
) {}

/** The link was asked for in another browser. */
export class OpenedInAnotherBrowser extends saying(
  'OpenedInAnotherBrowser',
  words({
    en: 'This link was asked for in another browser. Type the six digits of the same mail there, or ask for a link here.',
    fr: 'Ce lien a été demandé dans un autre navigateur. Saisissez-y les six chiffres du même courriel, ou demandez un lien ici.',
    es: 'Este enlace se pidió en otro navegador. Escriba allí los seis dígitos del mismo correo, o pida un enlace aquí.',
    ar: 'طُلب هذا الرابط من متصفح آخر. اكتب هناك الأرقام الستة الواردة في الرسالة نفسها، أو اطلب رابطًا من هنا.',
  }),
) {}

/** This browser has asked for no link, or too long ago. */
export class NoLinkRequested extends saying(
  'NoLinkRequested',
  words({
    en: 'This browser is waiting for no code: none was asked for here, or it is too old or was tried too often. Ask for a new mail.',
    fr: 'Ce navigateur n’attend aucun code : aucun n’a été demandé ici, ou il est trop ancien ou a été essayé trop souvent. Demandez un nouveau courriel.',
    es: 'Este navegador no espera ningún código: no se pidió aquí, es demasiado antiguo o se probó demasiadas veces. Pida otro correo.',
    ar: 'لا ينتظر هذا المتصفح أي رمز: لم يُطلب رمز من هنا، أو هو قديم، أو جُرّب مرات كثيرة. اطلب رسالة جديدة.',
  }),
) {}

const wrongCode = words({
  en: 'These are not the digits of the newest mail. Tries left: {tries}.',
  fr: 'Ce ne sont pas les chiffres du courriel le plus récent. Essais restants : {tries}.',
  es: 'No son los dígitos del correo más reciente. Intentos restantes: {tries}.',
  ar: 'هذه ليست أرقام أحدث رسالة. المحاولات المتبقية: {tries}.',
});

/** The six digits are not those of the mail. */
export class WrongCode extends Refusal {
  readonly __typename = 'WrongCode';

  constructor(
    language: Language,
    readonly triesLeft: number,
  ) {
    super(fill(wrongCode[language], { tries: triesLeft }));
  }
}

const tooManyAttemptsForHours = words({
  en: 'That was tried too often. Please try again in {hours} h.',
  fr: 'Trop de tentatives. Veuillez réessayer dans {hours} h.',
  es: 'Demasiados intentos. Vuelva a intentarlo dentro de {hours} h.',
  ar: 'محاولات كثيرة جدًا. حاول مرة أخرى بعد {hours} ساعة.',
});
const tooManyAttempts = words({
  en: 'That was tried too often. Please try again in {minutes} min.',
  fr: 'Trop de tentatives. Veuillez réessayer dans {minutes} min.',
  es: 'Demasiados intentos. Vuelva a intentarlo dentro de {minutes} min.',
  ar: 'محاولات كثيرة جدًا. حاول مرة أخرى بعد {minutes} دقيقة.',
});

/** Too many tries in a short time, from one place or for one address. */
export class TooManyAttempts extends Refusal {
  readonly __typename = 'TooManyAttempts';

  constructor(
    language: Language,
    readonly retryAfterSeconds: number,
  ) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      minutes > 120
        ? fill(tooManyAttemptsForHours[language], { hours: Math.ceil(minutes / 60) })
        : fill(tooManyAttempts[language], { minutes }),
    );
  }
}

/** Somebody else changed the seat while the page was open. */
export class SeatChangedMeanwhile extends Refusal {
  readonly __typename = 'SeatChangedMeanwhile';

  constructor(
    language: Language,
    readonly seatNow: SeatRecord | null,
  ) {
    super(seatChangedMeanwhile[language]);
  }
}

const seatChangedMeanwhile = words({
  en: 'Somebody else has changed this seat meanwhile. Nothing of yours was done. Look at the seat as it is now and decide again.',
  fr: 'Quelqu’un d’autre a modifié ce siège entre-temps. Rien n’a été fait de votre part. Regardez le siège tel qu’il est maintenant et décidez à nouveau.',
  es: 'Otra persona ha cambiado este puesto entretanto. No se ha hecho nada de lo suyo. Mire el puesto como está ahora y decida de nuevo.',
  ar: 'غيّر شخص آخر هذا المقعد في هذه الأثناء، ولم يُنفَّذ شيء من طلبك. انظر إلى المقعد كما هو الآن وقرّر من جديد.',
});

/** Nobody would be left to administer the organisation's seats. */
export class LastAdministrator extends saying(
  'LastAdministrator',
  words({
    en: 'This is the last administrator of the organisation. Make a colleague administrator first, or ask the operator of the portal, who can do it for you.',
    fr: 'C’est le dernier administrateur de l’organisation. Nommez d’abord un collègue administrateur, ou adressez-vous à l’opérateur du portail, qui peut le faire pour vous.',
    es: 'Es el último administrador de la organización. Nombre antes administrador a un colega, o pídaselo al operador del portal, que puede hacerlo por usted.',
    ar: 'هذا آخر مسؤول في المنظمة. عيّن زميلًا مسؤولًا أولًا، أو اطلب ذلك من مشغّل البوابة الذي يستطيع القيام به نيابة عنك.',
  }),
) {}

/** Somebody was invited into the same seat, or by the same address, and has not answered yet. */
export class InvitationPending extends Refusal {
  readonly __typename = 'InvitationPending';

  constructor(
    language: Language,
    readonly invitation: SeatInvitationRecord,
  ) {
    super(invitationPending[language]);
  }
}

const invitationPending = words({
  en: 'An invitation to this seat or to this address waits for an answer. Take it back before you send another.',
  fr: 'Une invitation pour ce siège ou cette adresse attend une réponse. Retirez-la avant d’en envoyer une autre.',
  es: 'Una invitación para este puesto o esta dirección espera respuesta. Retírela antes de enviar otra.',
  ar: 'هناك دعوة إلى هذا المقعد أو هذا العنوان تنتظر الرد. اسحبها قبل إرسال دعوة أخرى.',
});

/** The invitation was accepted, declined or taken back before. */
export class InvitationAnswered extends saying(
  'InvitationAnswered',
  words({
    en: 'This invitation was answered or taken back before. Nothing was changed.',
    fr: 'Cette invitation a déjà reçu une réponse ou a été retirée. Rien n’a été modifié.',
    es: 'Esta invitación ya fue respondida o retirada. No se ha cambiado nada.',
    ar: 'سبق الرد على هذه الدعوة أو سحبها. لم يتغيّر شيء.',
  }),
) {}

/** No such invitation was ever sent, or its time is over. */
export class InvitationNotValid extends saying(
  'InvitationNotValid',
  words({
    en: 'This invitation is not one of ours or is older than 14 days. Ask who invited you to send another.',
    fr: 'Cette invitation ne vient pas de nous ou date de plus de 14 jours. Demandez à la personne qui vous a invité d’en envoyer une autre.',
    es: 'Esta invitación no es nuestra o tiene más de 14 días. Pida a quien le invitó que envíe otra.',
    ar: 'هذه الدعوة ليست من دعواتنا أو مضى عليها أكثر من ١٤ يومًا. اطلب ممن دعاك إرسال دعوة أخرى.',
  }),
) {}

/** The invitation is for somebody who has an account; they must sign in to it before they accept. */
export class SignInFirst extends saying(
  'SignInFirst',
  words({
    en: 'The invited address has an account. Sign in with it, then open the invitation again.',
    fr: 'L’adresse invitée possède un compte. Connectez-vous avec elle, puis rouvrez l’invitation.',
    es: 'La dirección invitada tiene una cuenta. Entre con ella y abra de nuevo la invitación.',
    ar: 'للعنوان المدعو حساب. سجّل الدخول به ثم افتح الدعوة من جديد.',
  }),
) {}

/** The person holds this very office already. */
export class AlreadyHoldsOffice extends Refusal {
  readonly __typename = 'AlreadyHoldsOffice';

  constructor(
    language: Language,
    readonly office: OfficeRecord,
  ) {
    super(alreadyHoldsOffice[language]);
  }
}

const alreadyHoldsOffice = words({
  en: 'This person holds this office already. Nothing was changed.',
  fr: 'Cette personne exerce déjà cette fonction. Rien n’a été modifié.',
  es: 'Esta persona ya ejerce este cargo. No se ha cambiado nada.',
  ar: 'هذا الشخص يشغل هذا المنصب بالفعل. لم يتغيّر شيء.',
});

const noSuchCoalition = words({
  en: 'The directory knows no coalition of the short name “{shortName}”. Choose one of those that the field offers. Nothing was changed.',
  fr: 'Le répertoire ne connaît aucune coalition du nom court « {shortName} ». Choisissez-en une parmi celles que propose le champ. Rien n’a été modifié.',
  es: 'El directorio no conoce ninguna coalición con el nombre corto «{shortName}». Elija una de las que ofrece el campo. No se ha cambiado nada.',
  ar: 'لا يعرف الدليل تحالفًا اسمه القصير «{shortName}». اختر واحدًا مما يعرضه الحقل. لم يتغيّر شيء.',
});

/** A coordinator was to be appointed for a coalition of which the directory does not know. */
export class NoSuchCoalition extends Refusal {
  readonly __typename = 'NoSuchCoalition';

  constructor(
    language: Language,
    readonly shortName: string,
  ) {
    super(fill(noSuchCoalition[language], { shortName }));
  }
}

/** Two people are designated to read the restricted store, and not more. */
export class SafeguardingLeadsComplete extends saying(
  'SafeguardingLeadsComplete',
  words({
    en: 'Two people are designated for safeguarding already. End the office of one of them first.',
    fr: 'Deux personnes sont déjà désignées pour la protection de l’enfance. Mettez d’abord fin à la fonction de l’une d’elles.',
    es: 'Ya hay dos personas designadas para la protección. Ponga fin antes al cargo de una de ellas.',
    ar: 'هناك شخصان معيّنان للحماية بالفعل. أنهِ منصب أحدهما أولًا.',
  }),
) {}

/** Somebody ended the office while the page was open. */
export class OfficeEndedMeanwhile extends saying(
  'OfficeEndedMeanwhile',
  words({
    en: 'This office has ended already. Nothing was changed.',
    fr: 'Cette fonction a déjà pris fin. Rien n’a été modifié.',
    es: 'Este cargo ya terminó. No se ha cambiado nada.',
    ar: 'انتهى هذا المنصب بالفعل. لم يتغيّر شيء.',
  }),
) {}

/** Nobody would be left to run the portal. */
export class LastOperator extends saying(
  'LastOperator',
  words({
    en: 'This is the last operator. Appoint another one first, so that the portal stays in somebody’s hands.',
    fr: 'C’est le dernier opérateur. Nommez-en d’abord un autre, afin que le portail reste entre de bonnes mains.',
    es: 'Es el último operador. Nombre antes a otro, para que el portal quede en manos de alguien.',
    ar: 'هذا آخر مشغّل. عيّن مشغّلًا آخر أولًا كي تبقى البوابة في عهدة أحد.',
  }),
) {}

/** The passkey's answer does not fit: another site, another key, too late, or copied. */
export class PasskeyNotAccepted extends saying(
  'PasskeyNotAccepted',
  words({
    en: 'This passkey was not accepted. Try again within five minutes, or ask for a sign-in link by mail.',
    fr: 'Cette clé d’accès n’a pas été acceptée. Réessayez dans les cinq minutes, ou demandez un lien de connexion par courriel.',
    es: 'Esta clave de acceso no fue aceptada. Inténtelo de nuevo en cinco minutos o pida un enlace de acceso por correo.',
    ar: 'لم يُقبل مفتاح المرور هذا. حاول مجددًا خلال خمس دقائق، أو اطلب رابط الدخول بالبريد.',
  }),
) {}

/** A person or an organisation has at most twenty contact details. */
export class TooManyContactDetails extends saying(
  'TooManyContactDetails',
  words({
    en: 'Twenty contact details are the most. Remove one before you add another.',
    fr: 'Vingt coordonnées sont le maximum. Supprimez-en une avant d’en ajouter une autre.',
    es: 'Veinte datos de contacto son el máximo. Quite uno antes de añadir otro.',
    ar: 'عشرون وسيلة اتصال هي الحد الأقصى. احذف واحدة قبل إضافة أخرى.',
  }),
) {}
