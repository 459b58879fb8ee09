import '../people.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { Link } from '../../ui/Link.js';
import { AskedPage } from '../../api/AskedPage.js';
import { graphql } from '../../generated/index.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SignInFirst } from '../sign-in/SignInFirst.js';
import { ContactDetails } from '../contact-details/ContactDetails.js';
import { EraseMe } from './EraseMe.js';
import { ExportData } from './ExportData.js';
import { OfficesAndSeats } from './OfficesAndSeats.js';
import { Passkeys } from './Passkeys.js';
import { Sessions } from './Sessions.js';
import { SettingsForm } from './SettingsForm.js';

const accountQuery = graphql(`
  query MyAccount {
    viewer {
      person {
        id
        name
        isFictional
        contactDetails {
          ...ContactDetailEntry
        }
      }
      account {
        id
        email
      }
      ...OfficesAndSeats
      ...SettingsForm
      ...Passkeys
      ...Sessions
    }
  }
`);

/** What is the reader's own: settings, passkeys, sessions, and all that is held on them. */
export function AccountPage() {
  const { t } = useTranslation('people');
  const { data, error, refetch } = useQuery(accountQuery, { fetchPolicy: 'cache-and-network' });
  const [isErased, setIsErased] = useState(false);
  const viewer = data?.viewer;
  if (isErased) return <Erased />;
  return (
    <AskedPage
      title={t('account.title')}
      lede={
        viewer && (
          <>
            <bdi>{viewer.person.name}</bdi> · <bdi>{viewer.account.email}</bdi>{' '}
            {viewer.person.isFictional && <span className="tag tag--line">{t('fictional')}</span>}
          </>
        )
      }
      data={data}
      error={error}
      onRetry={() => void refetch()}
    >
      {() =>
        !viewer ? (
          <SignInFirst />
        ) : (
          <div className="split">
            <div className="people-main">
              <SettingsForm key={viewer.person.id} viewer={viewer} />
              <ContactDetails id="contacts" details={viewer.person.contactDetails} canAdd onChange={() => void refetch()} />
              <Passkeys viewer={viewer} onChange={() => void refetch()} />
              <Sessions viewer={viewer} onChange={() => void refetch()} />
            </div>
            <aside className="people-side">
              <OfficesAndSeats viewer={viewer} />
              <ExportData />
              <EraseMe personId={viewer.person.id} email={viewer.account.email} onErased={() => setIsErased(true)} />
            </aside>
          </div>
        )
      }
    </AskedPage>
  );
}

function Erased() {
  const { t } = useTranslation('people');
  return (
    <div className="wrap">
      <header className="page-head" role="status">
        <PageHeading title={t('erase.done')} />
        <p className="lede">{t('erase.doneText')}</p>
        <p>
          <Link className="button" to="/directory">
            {t('erase.onward')}
          </Link>
        </p>
      </header>
    </div>
  );
}
