import type { Language } from '../../platform/language.js';
import { languages } from '../../platform/language.js';

/** A language of the contract, such as FR, as the portal names it; undefined when none is asked. */
export function asLanguage(asked: string | null | undefined): Language | undefined {
  return languages.find((language) => language === asked?.toLowerCase());
}
