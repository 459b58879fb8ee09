import type { Language } from '../platform/language.js';
import { Refusal, saying } from '../platform/refusals.js';
import { enumerated, fill, words } from '../platform/words.js';
import type { Difference } from './keeping/differences.js';
import type { OrganisationRecord } from './OrganisationRecord.js';
import type { ProfileProposalRecord } from './keeping/ProfileProposal.js';

const profileChangedMeanwhile = words({
  en: 'Somebody else has changed this meanwhile. Nothing was changed by you, and nothing that you typed is lost. Compare both and decide again.',
  fr: 'Quelqu’un d’autre a modifié cela entre-temps. Vous n’avez rien modifié, et rien de ce que vous avez saisi n’est perdu. Comparez et décidez à nouveau.',
  es: 'Otra persona ha cambiado esto entretanto. Usted no ha cambiado nada y no se ha perdido nada de lo que escribió. Compare y decida de nuevo.',
  ar: 'غيّر شخص آخر هذا في هذه الأثناء. لم يتغيّر شيء من طرفك ولم يضع شيء مما كتبته. قارن بين الاثنين وقرّر من جديد.',
});

/** Somebody else changed the section while the form was open. */
export class ProfileChangedMeanwhile extends Refusal {
  readonly __typename = 'ProfileChangedMeanwhile';

  constructor(
    language: Language,
    readonly organisationNow: OrganisationRecord,
    readonly versionNow: string,
    readonly differences: Difference[],
  ) {
    super(profileChangedMeanwhile[language]);
  }
}

/** The proposal says what the profile says already. */
export class NothingToPropose extends saying(
  'NothingToPropose',
  words({
    en: 'This is what the profile says already. Nothing was proposed.',
    fr: 'C’est déjà ce que dit le profil. Rien n’a été proposé.',
    es: 'Es lo que el perfil ya dice. No se ha propuesto nada.',
    ar: 'هذا ما يقوله الملف بالفعل. لم يُقترح شيء.',
  }),
) {}

const proposalAnswered = words({
  en: 'This proposal was answered or taken back before. Nothing was changed now.',
  fr: 'Cette proposition a déjà reçu une réponse ou a été retirée. Rien n’a été modifié maintenant.',
  es: 'Esta propuesta ya fue respondida o retirada. Ahora no se ha cambiado nada.',
  ar: 'سبق الرد على هذا الاقتراح أو سحبه. لم يتغيّر شيء الآن.',
});

/** The proposal was answered or taken back before. */
export class ProposalAnswered extends Refusal {
  readonly __typename = 'ProposalAnswered';

  constructor(
    language: Language,
    readonly proposalNow: ProfileProposalRecord,
  ) {
    super(proposalAnswered[language]);
  }
}

/** The time for an answer is over. */
export class ProposalExpired extends saying(
  'ProposalExpired',
  words({
    en: 'The time to answer this proposal is over. Nothing was changed. Ask the secretariat to propose it again, or change the profile yourself.',
    fr: 'Le délai pour répondre à cette proposition est passé. Rien n’a été modifié. Demandez au secrétariat de la refaire, ou modifiez le profil vous-même.',
    es: 'El plazo para responder a esta propuesta ha terminado. No se ha cambiado nada. Pida a la secretaría que la repita o cambie usted el perfil.',
    ar: 'انتهت مهلة الرد على هذا الاقتراح. لم يتغيّر شيء. اطلب من الأمانة أن تقترحه من جديد، أو غيّر الملف بنفسك.',
  }),
) {}

const proposalOvertaken = words({
  en: 'The profile was changed since this was proposed. Nothing was changed now. Compare both; change the profile yourself or decline the proposal.',
  fr: 'Le profil a été modifié depuis cette proposition. Rien n’a été modifié maintenant. Comparez ; modifiez le profil vous-même ou refusez la proposition.',
  es: 'El perfil ha cambiado desde que se propuso esto. Ahora no se ha cambiado nada. Compare; cambie usted el perfil o rechace la propuesta.',
  ar: 'تغيّر الملف منذ تقديم هذا الاقتراح. لم يتغيّر شيء الآن. قارن بين الاثنين، ثم غيّر الملف بنفسك أو ارفض الاقتراح.',
});

/** The profile was changed in the very fields that the proposal would change. */
export class ProposalOvertaken extends Refusal {
  readonly __typename = 'ProposalOvertaken';

  constructor(
    language: Language,
    readonly differences: Difference[],
  ) {
    super(proposalOvertaken[language]);
  }
}

/** Somebody decided about this pair before. */
export class DuplicateDecided extends saying(
  'DuplicateDecided',
  words({
    en: 'Somebody has decided about this pair already. Nothing was changed. Load the page again to see the decision.',
    fr: 'Quelqu’un a déjà décidé de cette paire. Rien n’a été modifié. Rechargez la page pour voir la décision.',
    es: 'Alguien ya decidió sobre este par. No se ha cambiado nada. Vuelva a cargar la página para ver la decisión.',
    ar: 'سبق أن قرّر شخص ما بشأن هذا الزوج. لم يتغيّر شيء. أعد تحميل الصفحة لترى القرار.',
  }),
) {}

/** The same entry twice, or a real one and an invented one. */
export class NotToBeMerged extends saying(
  'NotToBeMerged',
  words({
    en: 'These two can never be one: they are the same entry, or one is real and the other invented. Nothing was merged.',
    fr: 'Ces deux fiches ne peuvent pas n’en faire qu’une : c’est la même, ou l’une est réelle et l’autre inventée. Rien n’a été fusionné.',
    es: 'Estas dos fichas nunca pueden ser una: son la misma, o una es real y la otra inventada. No se ha fusionado nada.',
    ar: 'لا يمكن أن يكون الاثنان واحدًا: إما أنهما القيد نفسه أو أن أحدهما حقيقي والآخر مختلق. لم يُدمج شيء.',
  }),
) {}

/** This merging was taken back before. */
export class MergeUndoneBefore extends saying(
  'MergeUndoneBefore',
  words({
    en: 'This merging was taken back already. Nothing was changed now.',
    fr: 'Cette fusion a déjà été annulée. Rien n’a été modifié maintenant.',
    es: 'Esta fusión ya se deshizo. Ahora no se ha cambiado nada.',
    ar: 'سبق التراجع عن هذا الدمج. لم يتغيّر شيء الآن.',
  }),
) {}

const changedSinceMerge = words({
  en: 'Since the merging this was changed: {what}. Taking it back would lose that, so nothing was done. Undo those changes first, or leave the entries merged.',
  fr: 'Depuis la fusion, ceci a changé : {what}. L’annuler le ferait perdre ; rien n’a donc été fait. Revenez d’abord sur ces changements, ou laissez les fiches fusionnées.',
  es: 'Desde la fusión ha cambiado esto: {what}. Deshacerla lo haría perder, así que no se ha hecho nada. Deshaga antes esos cambios o deje las fichas fusionadas.',
  ar: 'تغيّر منذ الدمج ما يلي: {what}. التراجع يُضيّع ذلك، فلم يُنفَّذ شيء. تراجع عن هذه التغييرات أولًا أو اترك القيدين مدموجين.',
});

/** Something was changed since the merging. */
export class ChangedSinceMerge extends Refusal {
  readonly __typename = 'ChangedSinceMerge';

  constructor(
    language: Language,
    readonly changed: string[],
  ) {
    super(fill(changedSinceMerge[language], { what: enumerated(changed, language) }));
  }
}
