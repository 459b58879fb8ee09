import '../people.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from '../../ui/Link.js';
import { AskedPage } from '../../api/AskedPage.js';
import { graphql } from '../../generated/index.js';
import { EmptyState } from '../../ui/states.js';
import { AdvisorCounts } from './AdvisorCounts.js';
import { AdvisorLine } from './AdvisorLine.js';
import { InventedNotice } from './InventedNotice.js';
import { purposes } from './purposes.js';
import { useChildWords } from './useChildWords.js';
import { WithdrawConsentForm } from './WithdrawConsentForm.js';

const childAdvisorsQuery = graphql(`
  query ChildAdvisors {
    viewer {
      person {
        id
      }
      viewerCanOpenChildRecords
    }
    network {
      isDemonstration
    }
    childAdvisors {
      pseudonym
      ...AdvisorLine
    }
    childAdvisorCounts {
      ...AdvisorCounts
    }
  }
`);

/** The child advisors as far as today's valid consents let them be shown to the reader, and how many these are in steps of five. */
export function ChildAdvisorsPage() {
  const { t } = useChildWords();
  // Never from memory alone: a consent that was taken back hides at the next look.
  const { data, error, refetch } = useQuery(childAdvisorsQuery, { fetchPolicy: 'network-only' });
  const [said, setSaid] = useState('');
  const [isWithdrawing, setIsWithdrawing] = useState<{ pseudonym: string }>();
  const isLead = data?.viewer?.viewerCanOpenChildRecords ?? false;
  const withdrawn = (words: string) => {
    setIsWithdrawing(undefined);
    setSaid(words);
    void refetch();
  };
  return (
    <AskedPage title={t('advisors.title')} lede={t('advisors.text')} said={said} data={data} error={error} onRetry={() => void refetch()}>
      {({ viewer, network, childAdvisors, childAdvisorCounts }) => (
        <>
          {network.isDemonstration && <InventedNotice />}
          <div className="split">
            <section aria-labelledby="shown">
              <div className="section__head">
                <h2 id="shown">{viewer ? t('advisors.shownToYou') : t('advisors.shown')}</h2>
              </div>
              {childAdvisors.length === 0 ? (
                <EmptyState title={t('advisors.none')}>
                  <p>{t('advisors.noneText')}</p>
                </EmptyState>
              ) : (
                <ul className="lines people-lines">
                  {childAdvisors.map((advisor) => (
                    <li key={advisor.pseudonym}>
                      <AdvisorLine advisor={advisor} />
                      {isLead && isWithdrawing?.pseudonym !== advisor.pseudonym && (
                        <button
                          type="button"
                          className="button"
                          aria-label={t('withdraw.openOf', { pseudonym: advisor.pseudonym })}
                          onClick={() => setIsWithdrawing(advisor)}
                        >
                          {t('withdraw.open')}
                        </button>
                      )}
                      {isLead && isWithdrawing?.pseudonym === advisor.pseudonym && (
                        <WithdrawConsentForm
                          pseudonym={advisor.pseudonym}
                          purposes={purposes}
                          onClose={() => setIsWithdrawing(undefined)}
                          onWithdrawn={withdrawn}
                        />
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </section>
            <aside className="people-side">
              <AdvisorCounts counts={childAdvisorCounts} />
              {isLead && (
                <section aria-labelledby="store">
                  <h2 id="store" className="aside-title">
                    {t('store.title')}
                  </h2>
                  <div className="stack">
                    <p className="small quiet">{t('store.aside')}</p>
                    <Link className="button button--primary" to="/child-advisors/records">
                      {t('store.go')}
                    </Link>
                  </div>
                </section>
              )}
            </aside>
          </div>
        </>
      )}
    </AskedPage>
  );
}
