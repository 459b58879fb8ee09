import { type KeyboardEvent, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from '../ui/useTranslation.js';
import { Boundary } from '../ui/Boundary.js';
import { SearchIcon } from '../ui/icons.js';
import { lazyPage } from '../ui/lazyPage.js';
import type { DirectoryView } from './directoryView.js';
import type { ChangeView } from './useDirectoryView.js';

const { Page: SearchSuggestions } = lazyPage(
  () => import('./suggestions/SearchSuggestions.js').then((module) => module.SearchSuggestions),
  'suggestions',
  'facets',
);

/** How long the fingers must rest, in milliseconds. */
const pause = 120;
/** From how many letters on suggestions are offered. */
const enough = 2;

/**
 * Searches as one types, once the fingers rest, and offers themes, countries and organisations to go on to. What is typed is never overwritten
 * by an answer to what was typed before.
 */
export function DirectorySearch({ view, onChange }: { view: DirectoryView; onChange: ChangeView }) {
  const { t } = useTranslation('directory');
  const { search } = view;
  const [text, setText] = useState(search);
  const [sent, setSent] = useState(search);
  const [seen, setSeen] = useState(search);
  const [isTyping, setIsTyping] = useState(false);
  const [active, setActive] = useState<string>();
  const keysRef = useRef<(event: KeyboardEvent) => void>(undefined);
  const id = useId();

  if (search !== seen) {
    setSeen(search);
    if (search !== sent) setText(search);
  }

  const words = text.trim();
  const isOpen = isTyping && words.length >= enough;
  useEffect(() => {
    if (words === search) return;
    const timer = setTimeout(() => {
      setSent(words);
      onChange({ search: words }, { replace: true });
    }, pause);
    return () => clearTimeout(timer);
  }, [words, search, onChange]);

  const close = () => {
    setIsTyping(false);
    setActive(undefined);
  };

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        close();
        setSent(words);
        onChange({ search: words }, { replace: true });
      }}
    >
      <div className="search-box" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || close()}>
        <SearchIcon />
        <label className="visually-hidden" htmlFor={id}>
          {t('search.label')}
        </label>
        <input
          id={id}
          className="input"
          type="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={isOpen ? active : undefined}
          name="q"
          maxLength={200}
          autoComplete="off"
          placeholder={t('search.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setIsTyping(true);
            setActive(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && isOpen) {
              event.preventDefault();
              close();
            } else if (event.key === 'ArrowDown' && !isOpen) setIsTyping(true);
            else keysRef.current?.(event);
          }}
        />
        {isOpen && (
          <Boundary fallback={null}>
            <Suspense>
              <SearchSuggestions
                id={`${id}-list`}
                words={words}
                view={view}
                active={active}
                onActive={setActive}
                keysRef={keysRef}
                onChoose={(part) => {
                  close();
                  setText('');
                  setSent('');
                  if (part) onChange({ ...part, search: '' });
                }}
              />
            </Suspense>
          </Boundary>
        )}
      </div>
    </form>
  );
}
