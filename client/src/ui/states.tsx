import { type ReactNode, useState } from 'react';
import { useTranslation } from './useTranslation.js';
import { useFormat } from './format.js';
import { SeatSign } from './HalfCircle.js';
import { offsetName, offsetOf, readersZone } from './zone.js';

interface StateProps {
  title: string;
  /** Whether nothing but the page's own heading stands above it. */
  isWholePage?: boolean | undefined;
  children?: ReactNode;
}

function StateTitle({ title, isWholePage }: StateProps) {
  return isWholePage ? <h2 className="state__title">{title}</h2> : <h3>{title}</h3>;
}

/** Nothing is here: says why, and what to do next. */
export function EmptyState({ title, isWholePage, children }: StateProps) {
  return (
    <div className="state">
      <SeatSign filled={0} />
      <StateTitle title={title} isWholePage={isWholePage} />
      {children}
    </div>
  );
}

/** Something did not arrive: says when, what was kept, and offers to try again. `reference` finds the fault in the server's log. */
export function FailedState({
  title,
  isWholePage,
  kept,
  reference,
  onRetry,
}: StateProps & { kept?: string; reference?: string; onRetry?: () => void }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const [failedAt] = useState(() => new Date());
  const zone = readersZone();
  return (
    <div className="state" role="alert">
      <SeatSign filled={10} />
      <StateTitle title={title} isWholePage={isWholePage} />
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
export function ForbiddenState({ title, isWholePage, children }: StateProps) {
  return (
    <div className="state">
      <SeatSign filled={5} />
      <StateTitle title={title} isWholePage={isWholePage} />
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
      {children ??
        Array.from({ length: lines }, (_, line) => (
          <span key={line} className="bone" style={{ inlineSize: `${80 - ((line * 23) % 40)}%`, marginBlockEnd: '0.75rem' }} />
        ))}
    </div>
  );
}
