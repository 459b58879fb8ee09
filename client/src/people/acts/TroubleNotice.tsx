import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useLocation } from 'react-router';
import type { Failure } from '../../api/failure.js';
import { Link } from '../../ui/Link.js';
import { signInAddress } from '../sign-in/wayBack.js';
import { type Trouble, wrongIn } from './useAct.js';

interface Props {
  trouble: Trouble | undefined;
  /** The id of the field for a path of the input, where the form has one. */
  fieldId?: (path: string) => string | undefined;
  /** What the reader can do about this refusal, beyond what it says itself. */
  children?: ReactNode;
}

/** Why an act did not happen and what to do now; it takes the focus when it comes, and its errors lead to their fields. */
export function TroubleNotice({ trouble, fieldId, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) box.current?.focus();
  }, [trouble]);
  if (!trouble) return null;
  return (
    <div ref={box} className="trouble" role="alert" tabIndex={-1}>
      <Why trouble={trouble} fieldId={fieldId} />
      {children}
    </div>
  );
}

interface WhyProps {
  trouble: Trouble;
  fieldId: ((path: string) => string | undefined) | undefined;
}

function Why({ trouble, fieldId }: WhyProps) {
  const { t } = useTranslation('people');
  if (trouble.kind === 'failed') return <Failed failure={trouble.failure} />;
  if (trouble.kind === 'refused' && !trouble.refusal.fields) return <p>{trouble.refusal.message}</p>;
  const wrong = wrongIn(trouble);
  return (
    <>
      <h3>{t('trouble.fields', { count: wrong.length })}</h3>
      <ul className="small">
        {wrong.map(({ path, message }) => {
          const id = fieldId?.(path);
          return (
            <li key={path}>
              {id ? (
                <a href={`#${id}`} onClick={() => document.getElementById(id)?.focus()}>
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Failed({ failure: { kind, reference } }: { failure: Failure }) {
  const { t } = useTranslation('people');
  const { t: inUi } = useTranslation('ui');
  const { pathname, search } = useLocation();
  switch (kind) {
    case 'NOT_SIGNED_IN':
      return (
        <p>
          {t('trouble.signedOut')} <Link to={signInAddress(pathname + search)}>{t('trouble.signIn')}</Link>
        </p>
      );
    case 'FORBIDDEN':
      return <p>{t('trouble.forbidden')}</p>;
    case 'OFFLINE':
      return <p>{t('trouble.offline')}</p>;
    case 'TOO_OFTEN':
      return <p>{t('trouble.tooOften')}</p>;
    case 'FAULT':
      return (
        <p>
          {t('trouble.fault')} {reference && inUi('failed.reference', { reference })}
        </p>
      );
  }
}
