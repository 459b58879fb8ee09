import type { InputCheck } from '../../platform/refusals.js';
import { words } from '../../platform/words.js';
import { isEmail, normalisedEmail, notAnEmail } from '../email.js';
import type { ContactKind } from './ContactDetail.js';

const notAPhone = words({
  en: 'A telephone number begins with + and the code of its country, such as +63 2 1234 5678.',
  fr: 'Un numéro de téléphone commence par + et l’indicatif du pays, par exemple +63 2 1234 5678.',
  es: 'Un número de teléfono empieza por + y el código del país, por ejemplo +63 2 1234 5678.',
  ar: 'يبدأ رقم الهاتف بعلامة + ورمز البلد، مثل ‎+63 2 1234 5678.',
});
const notAPage = words({
  en: 'The address of a page begins with https:// or http://.',
  fr: 'L’adresse d’une page commence par https:// ou http://.',
  es: 'La dirección de una página empieza por https:// o http://.',
  ar: 'يبدأ عنوان الصفحة بـ https://‎ أو http://‎.',
});
const notText = words({
  en: 'Write 1 to 500 letters.',
  fr: 'Écrivez de 1 à 500 lettres.',
  es: 'Escriba de 1 a 500 letras.',
  ar: 'اكتب من حرف واحد إلى ٥٠٠ حرف.',
});

/** The value as it is kept; noted as wrong when it cannot be what its kind says. */
export function checkedValue(check: InputCheck, kind: ContactKind, value: string): string {
  const kept = kind === 'EMAIL' ? normalisedEmail(value) : value.trim().normalize('NFC');
  if (!check.that(kept.length > 0 && kept.length <= 500, 'value', notText)) return kept;
  if (kind === 'EMAIL') check.that(isEmail(kept), 'value', notAnEmail);
  else if (kind === 'PHONE') check.that(/^\+[1-9][\d ()./-]{5,25}$/.test(kept), 'value', notAPhone);
  else if (kind === 'WEBSITE') check.that(isPage(kept), 'value', notAPage);
  return kept;
}

/** Other schemes, such as `javascript:`, must never become a link. */
function isPage(value: string): boolean {
  try {
    return ['https:', 'http:'].includes(new URL(value).protocol) && /^https?:\/\/[^/]*\./.test(value);
  } catch {
    return false;
  }
}
