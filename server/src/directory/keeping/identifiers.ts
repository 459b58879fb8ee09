import type { IdentifierRecord } from '../profile.js';

type Scheme = IdentifierRecord['scheme'];

/** The identifier as it is kept, without the address of its page and without blanks in it. */
export function normalisedIdentifier(scheme: Scheme, value: string): string {
  const text = value.trim().normalize('NFC');
  if (scheme === 'NATIONAL_REGISTER') return text;
  const last =
    text
      .replace(/[/#?]+$/, '')
      .split('/')
      .at(-1) ?? '';
  const bare = last.replace(/[\s.-]/g, '');
  return scheme === 'ROR' ? bare.toLowerCase() : bare.toUpperCase();
}

/** Whether a normalised identifier can be one of its scheme: its form, and its check digits where it has some. */
export function isIdentifier(scheme: Scheme, value: string): boolean {
  switch (scheme) {
    case 'ROR':
      return /^0[a-hj-km-np-tv-z0-9]{6}\d{2}$/.test(value) && value.slice(7) === checkOfRor(value.slice(1, 7));
    case 'ISNI':
      return /^\d{15}[\dX]$/.test(value) && value.slice(15) === checkOfIsni(value.slice(0, 15));
    case 'WIKIDATA':
      return /^Q[1-9]\d{0,11}$/.test(value);
    case 'LEI':
      return /^[A-Z0-9]{18}\d{2}$/.test(value) && remainder97(value) === 1;
    case 'ECOSOC':
      return /^\d{1,8}$/.test(value);
    case 'NATIONAL_REGISTER':
      return value.length >= 1 && value.length <= 60;
  }
}

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

/** ISO/IEC 7064 MOD 97-10 over the number that six signs of Crockford's base 32 write. */
function checkOfRor(signs: string): string {
  let number = 0;
  for (const sign of signs) number = number * 32 + crockford.indexOf(sign);
  return String(98 - ((number * 100) % 97)).padStart(2, '0');
}

/** ISO/IEC 7064 MOD 11-2. */
function checkOfIsni(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11;
  const check = (12 - sum) % 11;
  return check === 10 ? 'X' : String(check);
}

/** The remainder by 97 of the number that is written with letters as 10 to 35 (ISO 17442). */
function remainder97(text: string): number {
  let rest = 0;
  for (const sign of text) {
    const value = parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
