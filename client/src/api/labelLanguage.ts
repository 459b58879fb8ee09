import type { Language } from '../generated/graphql.js';
import { useLanguage } from '../ui/format.js';

/** The reader's language as the schema names it, for the labels of themes and exchanges; another language asks for other labels. */
export function useLabelLanguage(): Language {
  return useLanguage().toUpperCase() as Language;
}
