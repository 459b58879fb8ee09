import '../people.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useSearchParams } from 'react-router';
import { graphql } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { CodeForm } from './CodeForm.js';
import { DemonstrationPeople } from './DemonstrationPeople.js';
import { EmailForm, type LinkSent } from './EmailForm.js';
import { PasskeySignIn } from './PasskeySignIn.js';
import { safeWayBack } from './wayBack.js';

const signInQuery = graphql(`
  query SignIn {
    network {
      isDemonstration
    }
    viewer {
      person {
        id
        name
      }
    }
    demonstrationPeople {
      role
      name
    }
  }
`);

/** Ways to sign in: a link or a code by mail, a passkey, and one click where everybody is invented. */
export function SignInPage() {
  const { t } = useTranslation('people');
  const [query] = useSearchParams();
  const { data } = useQuery(signInQuery);
  const [sent, setSent] = useState<LinkSent>();
  const back = safeWayBack(query.get('back'));
  const people = data?.network.isDemonstration ? data.demonstrationPeople : [];
  return (
    <div className="wrap">
      <header className="page-head">
        <PageHeading title={t('signIn.title')} />
        <p className="lede">{t('signIn.text')}</p>
      </header>
      {data?.viewer && (
        <p className="notice">
          <span>{t('signIn.already', { name: data.viewer.person.name })}</span> <Link to="/account">{t('account.title')}</Link>
        </p>
      )}
      <div className="split sign-in">
        <section className="answer" aria-labelledby="by-mail">
          <h2 id="by-mail">{t('signIn.byMail')}</h2>
          {sent ? (
            <CodeForm sent={sent} back={back} isDemonstration={data?.network.isDemonstration ?? false} onAnew={() => setSent(undefined)} />
          ) : (
            <EmailForm back={back} known={query.get('email') ?? ''} onSent={setSent} />
          )}
        </section>
        <section aria-labelledby="by-passkey">
          <h2 id="by-passkey" className="aside-title">
            {t('signIn.byPasskey')}
          </h2>
          <PasskeySignIn back={back} />
        </section>
      </div>
      {people.length > 0 && <DemonstrationPeople people={people} back={back} />}
    </div>
  );
}
