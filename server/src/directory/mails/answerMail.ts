import type { Context } from '../../context.js';
import type { Reachable } from '../../people/index.js';
import { greeting, reachableInOffice } from '../../people/index.js';
import type { Letter } from '../../platform/mail/letter.js';
import { postMail } from '../../platform/mail/outbox.js';
import type { Words } from '../../platform/words.js';
import { fill, words } from '../../platform/words.js';
import type { ProfileProposalRecord } from '../keeping/ProfileProposal.js';
import type { ChangeableSection } from '../keeping/sections.js';

interface Answer {
  subject: Words;
  news: Words;
}

const accepted: Answer = {
  subject: words({
    en: '{organisation} accepted your proposal',
    fr: '{organisation} a accepté votre proposition',
    es: '{organisation} aceptó su propuesta',
    ar: 'قبلت {organisation} اقتراحك',
  }),
  news: words({
    en: '{who} accepted for {organisation} what you proposed for the section “{section}”. The change is made.',
    fr: '{who} a accepté pour {organisation} ce que vous proposiez pour la section « {section} ». La modification est faite.',
    es: '{who} aceptó en nombre de {organisation} lo que usted propuso para la sección «{section}». El cambio está hecho.',
    ar: 'وافق {who} باسم {organisation} على ما اقترحته لقسم «{section}». أُجري التغيير.',
  }),
};
const declined: Answer = {
  subject: words({
    en: '{organisation} declined your proposal',
    fr: '{organisation} a décliné votre proposition',
    es: '{organisation} rechazó su propuesta',
    ar: 'رفضت {organisation} اقتراحك',
  }),
  news: words({
    en: '{who} declined for {organisation} what you proposed for the section “{section}”. The profile stays as it is.',
    fr: '{who} a décliné pour {organisation} ce que vous proposiez pour la section « {section} ». Le profil reste tel quel.',
    es: '{who} rechazó en nombre de {organisation} lo que usted propuso para la sección «{section}». El perfil queda como está.',
    ar: 'رفض {who} باسم {organisation} ما اقترحته لقسم «{section}». يبقى الملف كما هو.',
  }),
};
const answeredSo = words({
  en: 'What they say to it: {answer}',
  fr: 'Ce qui vous est répondu : {answer}',
  es: 'Lo que responden: {answer}',
  ar: 'ما قيل ردًا عليه: {answer}',
});
const noReason = words({
  en: 'They gave no reason.',
  fr: 'Aucun motif n’est donné.',
  es: 'No dieron ningún motivo.',
  ar: 'لم يُذكر سبب.',
});
const youProposed = words({
  en: 'You had proposed it because: {reason}',
  fr: 'Vous l’aviez proposé pour ce motif : {reason}',
  es: 'Usted lo había propuesto por este motivo: {reason}',
  ar: 'كنت قد اقترحته للسبب التالي: {reason}',
});
const somebody = words({ en: 'An administrator', fr: 'Un administrateur', es: 'Un administrador', ar: 'أحد المسؤولين' });
const action = words({
  en: 'Look at the proposals',
  fr: 'Voir les propositions',
  es: 'Ver las propuestas',
  ar: 'اطّلع على الاقتراحات',
});
const footnote = words({
  en: 'You receive this because you proposed the change for the secretariat.',
  fr: 'Vous recevez ce message parce que vous avez proposé la modification pour le secrétariat.',
  es: 'Recibe este mensaje porque propuso el cambio en nombre de la secretaría.',
  ar: 'وصلتك هذه الرسالة لأنك اقترحت التغيير باسم الأمانة.',
});

/** What the sections are called to somebody who is not of the organisation. */
const sections: Readonly<Record<ChangeableSection, Words>> = {
  IDENTITY: words({ en: 'Who it is', fr: 'Qui elle est', es: 'Quién es', ar: 'من هي' }),
  WORK: words({ en: 'What it works on', fr: 'Ce sur quoi elle travaille', es: 'En qué trabaja', ar: 'مجالات عملها' }),
  EXCHANGE: words({
    en: 'What it offers and seeks',
    fr: 'Ce qu’elle offre et cherche',
    es: 'Lo que ofrece y busca',
    ar: 'ما تقدّمه وما تبحث عنه',
  }),
  PRESENCE: words({
    en: 'Website and descriptions',
    fr: 'Site et descriptions',
    es: 'Sitio y descripciones',
    ar: 'الموقع والأوصاف',
  }),
};

/** Tells whoever proposed the change, while they are of the secretariat, who answered it and how; inside the transaction of the answer. */
export async function postAnswerMail(context: Context, proposal: ProfileProposalRecord, organisation: string): Promise<void> {
  const { answeredById, proposedById } = proposal;
  const proposer = answeredById === proposedById ? null : await reachableInOffice(proposedById, 'SECRETARIAT', context.now());
  if (proposer === null) return;
  const who = answeredById === null ? null : ((await context.loaders.person.load(answeredById))?.name ?? null);
  await postMail(letter(proposer, proposal, organisation, who, context.publicUrl), proposer, context.now());
}

function letter(
  { name, language }: Reachable,
  { answered, answer, reason, section }: ProfileProposalRecord,
  organisation: string,
  who: string | null,
  publicUrl: string,
): Letter {
  const { subject, news } = answered === 'ACCEPTED' ? accepted : declined;
  const why = answered === 'ACCEPTED' ? null : answer === null ? noReason : answeredSo;
  const values = { organisation, name, who: who ?? somebody[language], section: sections[section][language], reason, answer: answer ?? '' };
  return {
    subject: fill(subject[language], values),
    greeting: fill(greeting[language], values),
    paragraphs: [news, ...(why === null ? [] : [why]), youProposed].map((sentence) => fill(sentence[language], values)),
    action: { label: action[language], url: `${publicUrl}/directory/proposals` },
    footnote: footnote[language],
  };
}
