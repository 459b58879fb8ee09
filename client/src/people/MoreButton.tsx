import { useState } from 'react';
import { useTranslation } from '../ui/useTranslation.js';

/** Brings what follows in a long list, below what is there. */
export function MoreButton({ words, onMore }: { words?: string; onMore(): Promise<void> }) {
  const { t } = useTranslation('people');
  const [state, setState] = useState<'still' | 'loading' | 'failed'>('still');
  const more = () => {
    if (state === 'loading') return;
    setState('loading');
    onMore().then(
      () => setState('still'),
      () => setState('failed'),
    );
  };
  return (
    <p className="row more">
      <button type="button" className="button" aria-disabled={state === 'loading'} onClick={more}>
        {words ?? t('more.older')}
      </button>
      <span role="status" className="small">
        {state === 'failed' && t('more.failed')}
      </span>
    </p>
  );
}
