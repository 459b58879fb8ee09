import type { RegisterChildAdvisorInput } from '../../generated/graphql.js';
import type { InputCheck } from '../../platform/refusals.js';
import { words } from '../../platform/words.js';

const notAPseudonym = words({
  en: 'A pseudonym is one word of 2 to 30 letters that is nobody’s name.',
  fr: 'Un pseudonyme est un mot de 2 à 30 lettres qui n’est le nom de personne.',
  es: 'Un seudónimo es una palabra de 2 a 30 letras que no es el nombre de nadie.',
  ar: 'الاسم المستعار كلمة واحدة من حرفين إلى ٣٠ حرفًا ليست اسم أحد.',
});
const notLanguages = words({
  en: 'Give one to six languages by their two-letter codes, such as fr.',
  fr: 'Indiquez d’une à six langues par leur code de deux lettres, par exemple fr.',
  es: 'Indique de una a seis lenguas por su código de dos letras, por ejemplo fr.',
  ar: 'اذكر من لغة واحدة إلى ست لغات برمزها المكوّن من حرفين، مثل fr.',
});
const mandateTooLong = words({
  en: 'A mandate ends after it begins, and lasts two years at most.',
  fr: 'Un mandat finit après avoir commencé et dure deux ans au plus.',
  es: 'Un mandato termina después de empezar y dura dos años como máximo.',
  ar: 'ينتهي التفويض بعد أن يبدأ، ولا يتجاوز سنتين.',
});

/** Notes as wrong what could say more of a child than the network needs to know. */
export function checkRecord(check: InputCheck, input: RegisterChildAdvisorInput): void {
  check.that(/^\p{L}[\p{L}\p{M}-]{1,29}$/u.test(input.pseudonym), 'pseudonym', notAPseudonym);
  const languagesAreCodes = input.languages.every((language) => /^[a-z]{2}$/.test(language));
  check.that(input.languages.length > 0 && input.languages.length <= 6 && languagesAreCodes, 'languages', notLanguages);
  const { mandateStartsOn, mandateEndsOn } = input;
  check.that(mandateStartsOn <= mandateEndsOn && mandateEndsOn <= twoYearsAfter(mandateStartsOn), 'mandateEndsOn', mandateTooLong);
}

/** The same day two years later, `YYYY-MM-DD`. */
export function twoYearsAfter(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 2).padStart(4, '0')}${day.slice(4)}`;
}
