import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { LinkIcon } from '../../ui/icons.js';

interface Props {
  title: string;
  lines: string;
  /** What the button says. */
  copy: string;
  isPrimary?: boolean;
}

/** A line to copy. */
export function SnippetBox({ title, lines, copy, isPrimary = false }: Props) {
  const { t } = useTranslation('ways-out');
  const [outcome, setOutcome] = useState<{ of: string; said: string }>();
  const take = () => {
    // Without a secure connection browsers offer no clipboard.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    void (clipboard ? clipboard.writeText(lines) : Promise.reject(new Error('no clipboard'))).then(
      () => setOutcome({ of: lines, said: t('snippet.copied') }),
      () => setOutcome({ of: lines, said: t('snippet.refused') }),
    );
  };
  return (
    <div className="stack">
      <h3>{title}</h3>
      <code className="embed__lines" dir="ltr">
        {lines}
      </code>
      <div className="row">
        <button type="button" className={isPrimary ? 'button button--primary' : 'button'} onClick={take}>
          <LinkIcon />
          {copy}
        </button>
        <span className="small" role="status">
          {outcome?.of === lines && outcome.said}
        </span>
      </div>
    </div>
  );
}
