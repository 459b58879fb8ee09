import type { Context } from '../../context.js';
import type { Reachable } from '../../people/index.js';
import { administratorsOf, greeting } from '../../people/index.js';
import type { Letter } from '../../platform/mail/letter.js';
import { postMail } from '../../platform/mail/outbox.js';
import { fill, words } from '../../platform/words.js';
import { daysToAnswer } from '../keeping/proposals.js';
import type { ProfileSectionName } from '../profile.js';
import { sectionNames } from './sectionNames.js';

const subject = words({
  en: 'A change is proposed for the profile of {organisation}',
  fr: 'Une modification est proposée pour le profil de {organisation}',
  es: 'Se propone un cambio en el perfil de {organisation}',
  ar: 'اقتراح بتغيير ملف {organisation}',
});
const news = words({
  en: 'The secretariat proposes to change the section “{section}”. Nothing changes until you or another administrator accepts it.',
  fr: 'Le secrétariat propose de modifier la section « {section} ». Rien ne change tant que vous ou un autre administrateur ne l’acceptez pas.',
  es: 'La secretaría propone cambiar la sección «{section}». Nada cambia hasta que usted u otro administrador lo acepte.',
  ar: 'تقترح الأمانة تغيير قسم «{section}». لا يتغيّر شيء قبل أن توافق أنت أو مسؤول آخر.',
});
const why = words({ en: 'Why: {reason}', fr: 'Pourquoi : {reason}', es: 'Por qué: {reason}', ar: 'السبب: {reason}' });
const untilWhen = words({
  en: 'You can answer within {days} days.',
  fr: 'Vous pouvez répondre pendant {days} jours.',
  es: 'Puede responder durante {days} días.',
  ar: 'يمكنك الرد خلال {days} يومًا.',
});
const action = words({ en: 'Compare and answer', fr: 'Comparer et répondre', es: 'Comparar y responder', ar: 'قارن وأجب' });
const footnote = words({
  en: 'You receive this because you administer the organisation’s entry in the network.',
  fr: 'Vous recevez ce message parce que vous administrez la fiche de l’organisation dans le réseau.',
  es: 'Recibe este mensaje porque administra la ficha de la organización en la red.',
  ar: 'وصلتك هذه الرسالة لأنك مسؤول عن قيد المنظمة في الشبكة.',
});

/** Tells each administrator of the proposal, in their own language; inside the transaction that makes it. */
export async function postProposalMails(
  context: Context,
  organisation: { id: string; name: string },
  section: ProfileSectionName,
  reason: string,
): Promise<void> {
  for (const administrator of await administratorsOf(organisation.id, context.now())) {
    await postMail(letter(administrator, organisation, section, reason, context.publicUrl), administrator, context.now());
  }
}

function letter(
  { name, language }: Reachable,
  organisation: { id: string; name: string },
  section: ProfileSectionName,
  reason: string,
  publicUrl: string,
): Letter {
  const values = { organisation: organisation.name, name, section: sectionNames[section][language], reason, days: daysToAnswer };
  return {
    subject: fill(subject[language], values),
    greeting: fill(greeting[language], values),
    paragraphs: [news, why, untilWhen].map((sentence) => fill(sentence[language], values)),
    action: { label: action[language], url: `${publicUrl}/organisation/profile?of=${organisation.id}` },
    footnote: footnote[language],
  };
}
