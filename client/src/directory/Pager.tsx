import { useState } from 'react';
import { useTranslation } from '../ui/useTranslation.js';

interface Props {
  shown: number;
  total: number;
  pageSize: number;
  /** Brings the next page; undefined where the list is whole. */
  onMore: (() => Promise<void>) | undefined;
}

/** How much of the list is shown, and the rest of it, a page at a time, below what is there. */
export function Pager({ shown, total, pageSize, onMore }: Props) {
  const { t } = useTranslation('directory');
  const [state, setState] = useState<'still' | 'loading' | 'failed'>('still');
  if (total === 0) return null;
  const next = Math.min(pageSize, total - shown);
  const more = () => {
    if (!onMore || state === 'loading') return;
    setState('loading');
    void onMore().then(
      () => setState('still'),
      () => setState('failed'),
    );
  };
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <p className="small quiet numerals" role="status">
        {state === 'failed' ? t('pager.failed') : t('pager.shown', { shown, count: total })}
      </p>
      {onMore && next > 0 && (
        <button type="button" className="button" aria-disabled={state === 'loading'} onClick={more}>
          {state === 'failed' ? t('pager.again', { count: next }) : t('pager.more', { count: next })}
        </button>
      )}
    </nav>
  );
}
