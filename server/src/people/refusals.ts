import type { Language } from '../platform/language.js';
import { Refusal } from '../platform/refusals.js';
import type { Words } from '../platform/words.js';
import { fill, words } from '../platform/words.js';

/** A refusal that says one sentence and nothing else. */
function saying<Name extends string>(name: Name, sentence: Words) {
  return class extends Refusal {
    readonly __typename = name;

    constructor(language: Language) {
      super(sentence[language]);
    }
  };
}

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
    super(fill(tooManyAttempts[language], { minutes: Math.ceil(retryAfterSeconds / 60) }));
  }
}
