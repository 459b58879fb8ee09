import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchIcon } from '../ui/icons.js';

const pause = 250;

/** Searches as one types, once the fingers rest. What is typed is never overwritten by an answer to what was typed before. */
export function DirectorySearch({ search, onSearch }: { search: string; onSearch(words: string): void }) {
  const { t } = useTranslation('directory');
  const [text, setText] = useState(search);
  const [sent, setSent] = useState(search);
  const [seen, setSeen] = useState(search);
  const id = useId();

  if (search !== seen) {
    setSeen(search);
    if (search !== sent) setText(search);
  }

  const words = text.trim();
  useEffect(() => {
    if (words === search) return;
    const timer = setTimeout(() => {
      setSent(words);
      onSearch(words);
    }, pause);
    return () => clearTimeout(timer);
  }, [words, search, onSearch]);

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        setSent(words);
        onSearch(words);
      }}
    >
      <div className="search-box">
        <SearchIcon />
        <label className="visually-hidden" htmlFor={id}>
          {t('search.label')}
        </label>
        <input
          id={id}
          className="input"
          type="search"
          name="q"
          maxLength={200}
          autoComplete="off"
          placeholder={t('search.placeholder')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
    </form>
  );
}
