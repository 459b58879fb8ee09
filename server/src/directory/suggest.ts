import type { Context } from '../context.js';
import { languages } from '../platform/language.js';
import { checkFirst } from '../platform/pagination.js';
import { choiceOf } from './choice.js';
import type { OrganisationEdge } from './queries.js';
import { checkSearch, organisations } from './queries.js';
import type { DirectoryAnswer } from './search/DirectoryAnswer.js';
import { phraseOf } from './themes/phrases.js';
import type { ThemeRecord } from './themes/Thesaurus.js';
import { thesaurus } from './themes/thesaurusFile.js';

interface SearchSuggestions {
  themes: { theme: ThemeRecord; term: string; count: number }[];
  countries: { country: string; count: number }[];
  organisations: OrganisationEdge[];
}

const mostOfEachKind = 10;

/** What a search could go on to while it is typed. Throws BAD_USER_INPUT. */
export function searchSuggestions(
  context: Pick<Context, 'directory' | 'viewer' | 'language'>,
  { search, first }: { search: string; first: number },
): SearchSuggestions {
  checkFirst(first, mostOfEachKind);
  checkSearch(search);
  if (search.trim() === '') return { themes: [], countries: [], organisations: [] };
  const { directory, viewer, language } = context;
  const all = directory.ask({ choice: choiceOf(null), search: null, sort: 'NAME', language }, viewer);
  const begun = conceptsBegunBy(context, search);
  return {
    themes: countedFirst(begun.get('theme') ?? new Map<string, string>(), all.counts('themes'), first).flatMap(
      ({ value, phrase, count }) => {
        const theme = thesaurus.theme(value);
        return theme === undefined ? [] : [{ theme, term: termCalled(theme, phrase), count }];
      },
    ),
    countries: countedFirst(begun.get('country') ?? new Map<string, string>(), all.counts('countries'), first).map(({ value, count }) => ({
      country: value,
      count,
    })),
    organisations: organisations(context, { search, first }).edges,
  };
}

/** The term of the thesaurus that reads so, as it is written there; the phrase itself when it is the name of a whole cluster. */
function termCalled({ label, synonyms }: ThemeRecord, phrase: string): string {
  const terms = languages.flatMap((language) => [label[language], ...synonyms[language]]);
  return terms.find((term) => phraseOf(term) === phrase) ?? phrase;
}

/** By kind of concept: what the text begins, with the shortest phrase that says so. */
function conceptsBegunBy({ directory }: Pick<Context, 'directory'>, search: string): Map<string, Map<string, string>> {
  const kinds = new Map<string, Map<string, string>>();
  for (const [phrase, concepts] of directory.conceptsBegunBy(search)) {
    for (const concept of concepts) {
      const [kind = '', value = ''] = concept.split(':');
      const phrases = kinds.get(kind) ?? new Map<string, string>();
      const known = phrases.get(value);
      if (known === undefined || phrase.length < known.length) phrases.set(value, phrase);
      kinds.set(kind, phrases);
    }
  }
  return kinds;
}

/** Those that somebody would be found with, the shortest phrase first and of equal ones the most numerous. */
function countedFirst(
  phrases: ReadonlyMap<string, string>,
  counts: ReturnType<DirectoryAnswer['counts']>,
  first: number,
): { value: string; phrase: string; count: number }[] {
  return [...phrases]
    .map(([value, phrase]) => ({ value, phrase, count: (counts as ReadonlyMap<string, number>).get(value) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => one.phrase.length - other.phrase.length || other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, first);
}
