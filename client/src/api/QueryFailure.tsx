import type { ErrorLike } from '@apollo/client';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { FailedState, ForbiddenState } from '../ui/states.js';
import { failureOf } from './failure.js';

/** The state of a part of a page whose query brought nothing. `kept` says what the reader has not lost. */
export function QueryFailure({ error, kept, onRetry }: { error: ErrorLike; kept?: string; onRetry: () => void }) {
  const { t } = useTranslation('ui');
  const { pathname, search } = useLocation();
  const { kind, reference } = failureOf(error);
  switch (kind) {
    case 'NOT_SIGNED_IN':
      return (
        <ForbiddenState title={t('forbidden.signIn')}>
          <p>{t('forbidden.signInThen')}</p>
          <Link className="button button--primary" to={`/sign-in?back=${encodeURIComponent(pathname + search)}`}>
            {t('forbidden.signInNow')}
          </Link>
        </ForbiddenState>
      );
    case 'FORBIDDEN':
      return (
        <ForbiddenState title={t('forbidden.title')}>
          <p>{t('forbidden.whoCan')}</p>
        </ForbiddenState>
      );
    case 'OFFLINE':
      return <FailedState title={t('failed.noLine')} kept={kept} onRetry={onRetry} />;
    case 'TOO_OFTEN':
      return <FailedState title={t('failed.tooOften')} kept={kept} reference={reference} onRetry={onRetry} />;
    case 'FAULT':
      return <FailedState title={t('failed.fault')} kept={kept} reference={reference} onRetry={onRetry} />;
  }
}
