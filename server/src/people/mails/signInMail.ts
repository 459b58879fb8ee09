import type { Language } from '../../platform/language.js';
import type { Letter } from '../../platform/mail/letter.js';
import { fill, words } from '../../platform/words.js';
import type { SignInSecrets } from '../signInRequests.js';
import { greeting } from './greeting.js';

const subject = words({
  en: 'Your sign-in link for Plenum',
  fr: 'Votre lien de connexion à Plenum',
  es: 'Su enlace de acceso a Plenum',
  ar: 'رابط دخولك إلى Plenum',
});
const inThatBrowser = words({
  en: 'Open this link in the browser in which you asked for it. It works once, within 15 minutes.',
  fr: 'Ouvrez ce lien dans le navigateur où vous l’avez demandé. Il fonctionne une seule fois, pendant 15 minutes.',
  es: 'Abra este enlace en el navegador en el que lo pidió. Funciona una sola vez, durante 15 minutos.',
  ar: 'افتح هذا الرابط في المتصفح الذي طلبته منه. يعمل مرة واحدة خلال ١٥ دقيقة.',
});
const action = words({ en: 'Sign in', fr: 'Se connecter', es: 'Entrar', ar: 'تسجيل الدخول' });
const elsewhere = words({
  en: 'Reading this on another device? Type the six digits below where you asked. Never tell them to anybody.',
  fr: 'Vous lisez ceci sur un autre appareil ? Saisissez les six chiffres ci-dessous là où vous avez demandé le lien. Ne les communiquez à personne.',
  es: '¿Lee esto en otro dispositivo? Escriba los seis dígitos de abajo donde pidió el enlace. No se los diga a nadie.',
  ar: 'هل تقرأ هذا على جهاز آخر؟ اكتب الأرقام الستة أدناه حيث طلبت الرابط، ولا تخبر بها أحدًا.',
});
const footnote = words({
  en: 'You did not ask for this? Then do nothing: without this mail nobody can sign in as you.',
  fr: 'Vous n’avez rien demandé ? Ne faites rien : sans ce courriel, personne ne peut se connecter à votre place.',
  es: '¿No lo ha pedido? No haga nada: sin este correo nadie puede entrar en su nombre.',
  ar: 'لم تطلب ذلك؟ لا تفعل شيئًا: من دون هذه الرسالة لا يستطيع أحد الدخول باسمك.',
});

/** The mail that signs a known person in. */
export function signInMail(language: Language, name: string, publicUrl: string, { token, code }: SignInSecrets): Letter {
  return {
    subject: subject[language],
    greeting: fill(greeting[language], { name }),
    paragraphs: [inThatBrowser[language], elsewhere[language]],
    // Behind the number sign, so that the secret reaches no server log on its way.
    action: { label: action[language], url: `${publicUrl}/sign-in/link#${token}` },
    code,
    footnote: footnote[language],
  };
}

const unknownGreeting = words({ en: 'Hello,', fr: 'Bonjour,', es: 'Hola:', ar: 'مرحبًا،' });
const unknownAddress = words({
  en: 'Somebody, perhaps you, asked to sign in to Plenum with this address. Nobody there has it.',
  fr: 'Quelqu’un, peut-être vous, a demandé à se connecter à Plenum avec cette adresse. Personne ne l’y utilise.',
  es: 'Alguien, quizá usted, ha pedido entrar en Plenum con esta dirección. Nadie la usa allí.',
  ar: 'طلب شخص ما، ربما أنت، الدخول إلى Plenum بهذا العنوان، ولا أحد مسجَّل به هناك.',
});
const whatToDo = words({
  en: 'Try another of your addresses, or ask the administrator of your organisation to invite you.',
  fr: 'Essayez une autre de vos adresses, ou demandez une invitation à l’administrateur de votre organisation.',
  es: 'Pruebe con otra de sus direcciones o pida una invitación al administrador de su organización.',
  ar: 'جرّب عنوانًا آخر لك، أو اطلب دعوة من مسؤول منظمتك.',
});
const unknownFootnote = words({
  en: 'You did not ask for this? Then do nothing.',
  fr: 'Vous n’avez rien demandé ? Ne faites rien.',
  es: '¿No lo ha pedido? No haga nada.',
  ar: 'لم تطلب ذلك؟ لا تفعل شيئًا.',
});

/** The mail to an address that nobody has, so that asking takes the same way for all and a forgotten second address is no riddle. */
export function unknownAddressMail(language: Language): Letter {
  return {
    subject: subject[language],
    greeting: unknownGreeting[language],
    paragraphs: [unknownAddress[language], whatToDo[language]],
    footnote: unknownFootnote[language],
  };
}
