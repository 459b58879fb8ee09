import { words } from '../platform/words.js';

/** An address as accounts are known by it: without blanks around it, in lower case. */
export function normalisedEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** Whether a normalised address can be one: one @, a name, a domain with a dot, nothing that could start another header. */
export function isEmail(email: string): boolean {
  return email.length <= 254 && /^[^\s@<>()[\],;:"\\\p{Cc}]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(email);
}

export const notAnEmail = words({
  en: 'This is not a mail address. It looks like name@example.org.',
  fr: 'Ce n’est pas une adresse de courriel. Elle ressemble à nom@example.org.',
  es: 'No es una dirección de correo. Tiene la forma nombre@example.org.',
  ar: 'هذا ليس عنوان بريد. شكله name@example.org.',
});
