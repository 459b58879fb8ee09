import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './format.js';
import { SeatSign } from './HalfCircle.js';
import { offsetName, offsetOf, readersZone } from './zone.js';

/** Nothing is here: says why, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <SeatSign filled={0} />
      <h3>{title}</h3>
      {children}
    </div>
  );
}

/** Something did not arrive: says when, what was kept, and offers to try again. `reference` finds the fault in the server's log. */
export function FailedState({ title, kept, reference, onRetry }: { title: string; kept?: string; reference?: string; onRetry?: () => void }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const [failedAt] = useState(() => new Date());
  const zone = readersZone();
  return (
    <div className="state" role="alert">
      <SeatSign filled={10} />
      <h3>{title}</h3>
      <p>
        {t('failed.at', { time: format.time(failedAt, zone) })} <span className="zone">{offsetName(offsetOf(zone, failedAt))}</span> {kept}
      </p>
      {reference && <p>{t('failed.reference', { reference })}</p>}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {t('failed.retry')}
        </button>
      )}
    </div>
  );
}

/** The reader may not see this: says who can open it, never whether something is inside. */
export function ForbiddenState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <SeatSign filled={5} />
      <h3>{title}</h3>
      {children}
    </div>
  );
}

/** The shape of what comes, seen only when it takes longer than 300 ms. */
export function Bones({ lines = 6, children }: { lines?: number; children?: ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    <div className="bones" aria-busy="true">
      <span className="visually-hidden">{t('loading')}</span>
      {children ?? Array.from({ length: lines }, (_, line) => <span key={line} className="bone" style={{ inlineSize: `${80 - ((line * 23) % 40)}%`, marginBlockEnd: '0.75rem' }} />)}
    </div>
  );
}
