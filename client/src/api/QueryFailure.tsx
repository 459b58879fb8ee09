import type { ErrorLike } from '@apollo/client';
import { useTranslation } from '../ui/useTranslation.js';
import { useLocation } from 'react-router';
import { Link } from '../ui/Link.js';
import { FailedState, ForbiddenState } from '../ui/states.js';
import { failureOf } from './failure.js';

interface Props {
  error: ErrorLike;
  /** What the reader has not lost. */
  kept?: string;
  /** Whether nothing but the page's own heading stands above it. */
  isWholePage?: boolean;
  onRetry: () => void;
}

/** The state of a page, or a part of one, whose query brought nothing. */
export function QueryFailure({ error, kept, isWholePage, onRetry }: Props) {
  const { t } = useTranslation('ui');
  const { pathname, search } = useLocation();
  const { kind, reference } = failureOf(error);
  switch (kind) {
    case 'NOT_SIGNED_IN':
      return (
        <ForbiddenState isWholePage={isWholePage} title={t('forbidden.signIn')}>
          <p>{t('forbidden.signInThen')}</p>
          <Link className="button button--primary" to={`/sign-in?back=${encodeURIComponent(pathname + search)}`}>
            {t('forbidden.signInNow')}
          </Link>
        </ForbiddenState>
      );
    case 'FORBIDDEN':
      return (
        <ForbiddenState isWholePage={isWholePage} title={t('forbidden.title')}>
          <p>{t('forbidden.whoCan')}</p>
        </ForbiddenState>
      );
    case 'OFFLINE':
      return <FailedState isWholePage={isWholePage} title={t('failed.noLine')} kept={kept} onRetry={onRetry} />;
    case 'TOO_OFTEN':
      return <FailedState isWholePage={isWholePage} title={t('failed.tooOften')} kept={kept} reference={reference} onRetry={onRetry} />;
    case 'FAULT':
      return <FailedState isWholePage={isWholePage} title={t('failed.fault')} kept={kept} reference={reference} onRetry={onRetry} />;
  }
}
