import type { Reachable } from '../../people/index.js';
import { greeting } from '../../people/index.js';
import type { Letter } from '../../platform/mail/letter.js';
import { enumerated, fill, words } from '../../platform/words.js';
import type { ProfileSectionName } from '../profile.js';
import { sectionNames } from './sectionNames.js';

const subject = words({
  en: 'Is what we say of {organisation} still right?',
  fr: 'Ce que nous disons de {organisation} est-il encore exact ?',
  es: '¿Sigue siendo cierto lo que decimos de {organisation}?',
  ar: 'هل ما زال ما نقوله عن {organisation} صحيحًا؟',
});
const please = words({
  en: 'Please confirm your data. These sections were not confirmed for a year, or never:',
  fr: 'Merci de confirmer vos données. Ces sections n’ont pas été confirmées depuis un an, ou jamais :',
  es: 'Confirme sus datos, por favor. Estas secciones no se han confirmado desde hace un año, o nunca:',
  ar: 'يُرجى تأكيد بياناتكم. هذه الأقسام لم تُؤكَّد منذ سنة أو لم تُؤكَّد قط:',
});
const howLong = words({
  en: 'Reading and confirming takes a few minutes. Until then your data stays where it is, and others see how old it is.',
  fr: 'Lire et confirmer prend quelques minutes. D’ici là, vos données restent en place et les autres voient leur âge.',
  es: 'Leer y confirmar lleva unos minutos. Hasta entonces sus datos siguen donde están y los demás ven su antigüedad.',
  ar: 'القراءة والتأكيد لا يستغرقان سوى دقائق. وحتى ذلك الحين تبقى بياناتكم في مكانها ويرى الآخرون كم مضى عليها.',
});
const action = words({
  en: 'Look at the profile and confirm',
  fr: 'Voir le profil et confirmer',
  es: 'Ver el perfil y confirmar',
  ar: 'اطّلع على الملف وأكّد',
});
const footnote = words({
  en: 'We ask once a year. You receive this because you administer the organisation’s entry in the network.',
  fr: 'Nous le demandons une fois par an. Vous recevez ce message parce que vous administrez la fiche de l’organisation dans le réseau.',
  es: 'Lo preguntamos una vez al año. Recibe este mensaje porque administra la ficha de la organización en la red.',
  ar: 'نسأل مرة في السنة. وصلتك هذه الرسالة لأنك مسؤول عن قيد المنظمة في الشبكة.',
});

/** The mail that asks an administrator to confirm the profile. */
export function confirmationMail(
  { name, language }: Reachable,
  organisation: { id: string; name: string },
  sections: readonly ProfileSectionName[],
  publicUrl: string,
): Letter {
  const values = { organisation: organisation.name, name };
  const list = enumerated(
    sections.map((section) => sectionNames[section][language]),
    language,
  );
  return {
    subject: fill(subject[language], values),
    greeting: fill(greeting[language], values),
    paragraphs: [`${please[language]} ${list}.`, howLong[language]],
    action: { label: action[language], url: `${publicUrl}/organisation/profile?of=${organisation.id}` },
    footnote: footnote[language],
  };
}
