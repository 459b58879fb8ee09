import type { InputCheck } from '../platform/refusals.js';
import { words } from '../platform/words.js';

const givenReason = words({
  en: 'Say why in a few words; it is kept in the audit trail.',
  fr: 'Dites pourquoi en quelques mots ; cela est conservé dans le journal.',
  es: 'Diga por qué en pocas palabras; se guarda en el registro de auditoría.',
  ar: 'اذكر السبب ببضع كلمات؛ سيُحفظ في سجل التدقيق.',
});

const mostLetters = 1000;

/** The reason as it is kept, null when none was given; noted as wrong when one is required and missing, or when it is too long. */
export function checkedReason(check: InputCheck, reason: string | null | undefined, isRequired: boolean): string | null {
  const kept = reason?.trim() ?? '';
  check.that((!isRequired || kept.length >= 3) && kept.length <= mostLetters, 'reason', givenReason);
  return kept === '' ? null : kept;
}
