import './suggestions.css';
import { useQuery } from '@apollo/client/react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useNavigate } from 'react-router';
import { useLabelLanguage } from '../../api/labelLanguage.js';
import { graphql } from '../../generated/index.js';
import { useFormat } from '../../ui/format.js';
import type { DirectoryView } from '../directoryView.js';
import { SearchReasons } from '../facets/SearchReasons.js';

const suggestionsQuery = graphql(`
  query SearchSuggestions($search: String!, $language: Language!) {
    searchSuggestions(search: $search, first: 4) {
      themes {
        term
        count
        theme {
          id
          label(language: $language)
        }
      }
      countries {
        country
        count
      }
      organisations {
        ...SearchReasons
        node {
          id
          slug
          name
        }
      }
    }
  }
`);

/** How long the fingers must rest before suggestions are asked for, in milliseconds. */
const pause = 60;

interface Suggestion {
  id: string;
  label: string;
  /** Why it is offered. */
  reason: ReactNode;
  choose(): void;
}

interface Props {
  id: string;
  words: string;
  view: DirectoryView;
  active: string | undefined;
  onActive(id: string | undefined): void;
  /** Where the keys go that are pressed in the field. */
  keysRef: RefObject<((event: KeyboardEvent) => void) | undefined>;
  /** Closes the list and, where a filter was chosen, puts it in place of the words. */
  onChoose(part?: Partial<DirectoryView>): void;
}

/** Themes, countries and organisations to go on to, each with the reason; chosen by the arrow keys and Enter, or by a press. */
export function SearchSuggestions({ id, words, view, active, onActive, keysRef, onChoose }: Props) {
  const { t } = useTranslation('suggestions');
  const format = useFormat();
  const navigate = useNavigate();
  const rested = useRested(words);
  const language = useLabelLanguage();
  const { data, previousData } = useQuery(suggestionsQuery, { variables: { search: rested, language } });
  const found = (data ?? previousData)?.searchSuggestions;

  const groups: { name: string; suggestions: Suggestion[] }[] = [
    {
      name: t('themes'),
      suggestions: (found?.themes ?? []).map(({ theme, term, count }) => ({
        id: `${id}-theme-${theme.id}`,
        label: theme.label,
        reason: [...(term === theme.label ? [] : [t('term', { term })]), t('works', { count })].join(' · '),
        choose: () => onChoose({ themes: [...new Set([...view.themes, theme.id])] }),
      })),
    },
    {
      name: t('countries'),
      suggestions: (found?.countries ?? []).map(({ country, count }) => ({
        id: `${id}-country-${country}`,
        label: format.country(country),
        reason: t('there', { count }),
        choose: () => onChoose({ countries: [...new Set([...view.countries, country])] }),
      })),
    },
    {
      name: t('organisations'),
      suggestions: (found?.organisations ?? []).map((edge) => ({
        id: `${id}-organisation-${edge.node.id}`,
        label: edge.node.name,
        reason: <SearchReasons edge={edge} />,
        choose: () => {
          onChoose();
          void navigate(`/organisations/${edge.node.slug}`);
        },
      })),
    },
  ].filter(({ suggestions }) => suggestions.length > 0);
  const all = groups.flatMap(({ suggestions }) => suggestions);

  useEffect(() => {
    keysRef.current = (event) => {
      const at = all.findIndex((each) => each.id === active);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined && all.length > 0) {
        event.preventDefault();
        // One place more than there are suggestions: the field itself.
        const next = (at + 1 + step + all.length + 1) % (all.length + 1);
        onActive(all[next - 1]?.id);
      } else if (event.key === 'Enter' && at >= 0) {
        event.preventDefault();
        all[at]?.choose();
      }
    };
    return () => {
      keysRef.current = undefined;
    };
  });

  return (
    <>
      <p className="visually-hidden" role="status">
        {found && t('count', { count: all.length })}
      </p>
      <div id={id} role="listbox" aria-label={t('title')} className="suggestions" hidden={all.length === 0}>
        {groups.map(({ name, suggestions }) => (
          <div key={name} role="group" aria-label={name}>
            <p className="suggestions__group" aria-hidden="true">
              {name}
            </p>
            {suggestions.map((suggestion) => (
              // The keys are pressed in the field, which names the active suggestion.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={suggestion.id}
                id={suggestion.id}
                role="option"
                aria-selected={suggestion.id === active}
                className="suggestion"
                onPointerDown={(event) => event.preventDefault()}
                onClick={suggestion.choose}
              >
                <span className="suggestion__label">
                  <bdi>{suggestion.label}</bdi>
                </span>
                <span className="suggestion__reason tiny">{suggestion.reason}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

/** The words once the fingers have rested. */
function useRested(words: string): string {
  const [rested, setRested] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), pause);
    return () => clearTimeout(timer);
  }, [words]);
  return rested;
}
