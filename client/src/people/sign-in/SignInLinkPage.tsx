import '../people.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { Link } from '../../ui/Link.js';
import { TroubleNotice } from '../acts/TroubleNotice.js';
import { useAct } from '../acts/useAct.js';
import { graphql } from '../../generated/index.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { Bones } from '../../ui/states.js';
import { useArrive } from './useArrive.js';
import { useSecretOfAddress } from './useSecretOfAddress.js';

const signInWithLink = graphql(`
  mutation SignInWithLink($input: SignInWithLinkInput!) {
    signInWithLink(input: $input) {
      __typename
      ... on Viewer {
        person {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** Where the link of a sign-in mail leads: it signs in at once, or says why it does not and what to do instead. */
export function SignInLinkPage() {
  const { t } = useTranslation('people');
  const token = useSecretOfAddress();
  const { run, trouble } = useAct(signInWithLink);
  const arrive = useArrive();
  const [attempt, setAttempt] = useState(0);
  const lastAttempt = useRef(-1);
  useEffect(() => {
    // A link works once: rendering twice must not use it twice.
    if (!token || lastAttempt.current === attempt) return;
    lastAttempt.current = attempt;
    void run({ input: { token } }).then((viewer) => viewer && arrive());
  }, [token, attempt, run, arrive]);

  return (
    <div className="wrap">
      <header className="page-head">
        <PageHeading title={trouble || !token ? t('link.failed') : t('link.title')} />
      </header>
      {trouble || !token ? (
        <div className="stack prose">
          {token ? <TroubleNotice trouble={trouble} /> : <p>{t('link.empty')}</p>}
          <p className="row">
            {trouble?.kind === 'failed' && (
              <button type="button" className="button button--primary" onClick={() => setAttempt(attempt + 1)}>
                {t('link.again')}
              </button>
            )}
            <Link className={trouble?.kind === 'failed' ? 'button' : 'button button--primary'} to="/sign-in">
              {t('link.another')}
            </Link>
          </p>
        </div>
      ) : (
        <Bones lines={3} />
      )}
    </div>
  );
}
