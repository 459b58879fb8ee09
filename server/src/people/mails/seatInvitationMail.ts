import type { Language } from '../../platform/language.js';
import type { Letter } from '../../platform/mail/letter.js';
import { fill, words } from '../../platform/words.js';
import type { SeatKind } from '../Viewer.js';
import { seatKindNames } from './seatKindNames.js';
import { greeting } from './greeting.js';

const subject = words({
  en: '{organisation} invites you to Plenum',
  fr: '{organisation} vous invite sur Plenum',
  es: '{organisation} le invita a Plenum',
  ar: '{organisation} تدعوك إلى Plenum',
});
const offer = words({
  en: '{inviter} invites you to take a seat of {organisation} in the network: {kind}.',
  fr: '{inviter} vous invite à occuper un siège de {organisation} dans le réseau : {kind}.',
  es: '{inviter} le invita a ocupar un puesto de {organisation} en la red: {kind}.',
  ar: 'يدعوك {inviter} إلى شغل مقعد {organisation} في الشبكة: {kind}.',
});
const asAdministrator = words({
  en: 'You would also decide who holds the organisation’s seats.',
  fr: 'Vous décideriez aussi qui occupe les sièges de l’organisation.',
  es: 'También decidiría quién ocupa los puestos de la organización.',
  ar: 'وستقرر أيضًا من يشغل مقاعد المنظمة.',
});
const goodFor = words({
  en: 'The link below works once, within 14 days. There you can also say no.',
  fr: 'Le lien ci-dessous fonctionne une seule fois, pendant 14 jours. Vous pouvez aussi y dire non.',
  es: 'El enlace de abajo funciona una sola vez, durante 14 días. Allí también puede decir que no.',
  ar: 'يعمل الرابط أدناه مرة واحدة خلال ١٤ يومًا، ويمكنك هناك أيضًا أن ترفض.',
});
const action = words({ en: 'Read the invitation', fr: 'Lire l’invitation', es: 'Leer la invitación', ar: 'اقرأ الدعوة' });
const footnote = words({
  en: 'You do not know this organisation? Then do nothing: nothing is kept of you but this address, and that for 90 days.',
  fr: 'Vous ne connaissez pas cette organisation ? Ne faites rien : nous ne gardons de vous que cette adresse, pendant 90 jours.',
  es: '¿No conoce esta organización? No haga nada: solo guardamos de usted esta dirección, durante 90 días.',
  ar: 'لا تعرف هذه المنظمة؟ لا تفعل شيئًا: لا نحتفظ عنك إلا بهذا العنوان، ولمدة ٩٠ يومًا.',
});

export interface SeatInvitationWords {
  name: string;
  inviter: string;
  organisation: string;
  kind: SeatKind;
  isAdministrator: boolean;
  token: string;
}

/** The mail that invites somebody to a seat. */
export function seatInvitationMail(
  language: Language,
  publicUrl: string,
  { kind, isAdministrator, token, ...values }: SeatInvitationWords,
): Letter {
  const all = { ...values, kind: seatKindNames[kind][language] };
  return {
    subject: fill(subject[language], all),
    greeting: fill(greeting[language], all),
    paragraphs: [fill(offer[language], all), ...(isAdministrator ? [asAdministrator[language]] : []), goodFor[language]],
    action: { label: action[language], url: `${publicUrl}/invitation#${token}` },
    footnote: footnote[language],
  };
}
