import type { InputCheck } from '../platform/refusals.js';
import { words } from '../platform/words.js';

const notAName = words({
  en: 'A name has 1 to 200 letters, on one line.',
  fr: 'Un nom comporte de 1 à 200 lettres, sur une ligne.',
  es: 'Un nombre tiene de 1 a 200 letras, en una línea.',
  ar: 'الاسم من حرف واحد إلى ٢٠٠ حرف، في سطر واحد.',
});

/** The name as it is kept; noted as wrong when it is empty, too long or no single line. */
export function checkedName(check: InputCheck, name: string, path = 'name'): string {
  const kept = name.trim().normalize('NFC').replace(/ +/g, ' ');
  check.that(kept.length > 0 && kept.length <= 200 && !/\p{Cc}/u.test(kept), path, notAName);
  return kept;
}
