import '../people.css';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { QueryFailure } from '../../api/QueryFailure.js';
import { AskedPage } from '../../api/AskedPage.js';
import { graphql } from '../../generated/index.js';
import { Breadcrumb } from '../../ui/Breadcrumb.js';
import { Bones, ForbiddenState } from '../../ui/states.js';
import { SignInFirst } from '../sign-in/SignInFirst.js';
import { InventedNotice } from './InventedNotice.js';
import { Opening } from './Opening.js';
import { Records } from './Records.js';
import type { ReadRecord } from './RecordEntry.js';
import { purposes } from './purposes.js';
import { useChildWords } from './useChildWords.js';
import { WithdrawConsentForm } from './WithdrawConsentForm.js';

const accessQuery = graphql(`
  query ChildRecordsAccess {
    viewer {
      person {
        id
      }
      viewerCanOpenChildRecords
    }
    network {
      isDemonstration
    }
  }
`);

const openingQuery = graphql(`
  query ChildRecordsOpening {
    childRecordsOpening {
      id
      state
      closesAt
      ...Opening
    }
  }
`);

/** The restricted store: how it stands, the asking and answering that open it, and what is in it while it is open. */
export function RecordsPage() {
  const { t } = useChildWords();
  const { data, error, refetch } = useQuery(accessQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <>
      <Breadcrumb steps={[{ to: '/child-advisors', label: t('advisors.title') }, { label: t('store.title') }]} />
      <AskedPage title={t('store.title')} lede={t('store.text')} data={data} error={error} onRetry={() => void refetch()}>
        {({ viewer, network }) =>
          !viewer ? (
            <SignInFirst />
          ) : viewer.viewerCanOpenChildRecords ? (
            <>
              {network.isDemonstration && <InventedNotice />}
              <Store viewerId={viewer.person.id} />
            </>
          ) : (
            <ForbiddenState isWholePage title={t('store.forbidden')}>
              <p>{t('store.forbiddenText')}</p>
            </ForbiddenState>
          )
        }
      </AskedPage>
    </>
  );
}

function Store({ viewerId }: { viewerId: string }) {
  const { t } = useChildWords();
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(openingQuery, { fetchPolicy: 'network-only', pollInterval: 15_000 });
  const [said, setSaid] = useState('');
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const [read, setRead] = useState<{ during: string; records: readonly ReadRecord[] }>();
  const opening = data?.childRecordsOpening;
  const isOpen = opening?.state === 'OPEN';
  const records = isOpen && read?.during === opening.id ? read.records : undefined;
  useEffect(() => {
    if (!isOpen || !opening.closesAt) return undefined;
    const timer = setTimeout(() => void refetch(), Math.max(0, Date.parse(opening.closesAt) - Date.now()));
    return () => clearTimeout(timer);
  }, [isOpen, opening, refetch]);
  // What was read stays in no memory of this tab once the page is left or the hour is over.
  if (read && data && !isOpen) setRead(undefined);
  useEffect(() => () => void client.cache.gc(), [client, isOpen]);
  const changed = (words: string) => {
    setSaid(words);
    void refetch();
  };
  const keep = (next: readonly ReadRecord[]) => {
    if (opening) setRead({ during: opening.id, records: next });
  };
  const withdrawn = (words: string, record: ReadRecord | undefined) => {
    setIsWithdrawing(false);
    setSaid(words);
    if (records && record) keep(records.map((one) => (one.id === record.id ? record : one)));
  };

  if (error && !data) return <QueryFailure isWholePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bones lines={10} />;
  return (
    <>
      <p role="status" className={said ? 'notice said' : undefined}>
        {said}
      </p>
      <div className="split">
        <div className="people-main">
          <Opening opening={opening ?? undefined} viewerId={viewerId} onChanged={changed} />
          {isOpen && <Records records={records} viewerId={viewerId} onKeep={keep} onSaid={setSaid} onClosed={() => void refetch()} />}
        </div>
        <aside className="people-side">
          <section aria-labelledby="withdraw">
            <h2 id="withdraw" className="aside-title">
              {t('withdraw.aside')}
            </h2>
            {isWithdrawing ? (
              <WithdrawConsentForm purposes={purposes} onClose={() => setIsWithdrawing(false)} onWithdrawn={withdrawn} />
            ) : (
              <div className="stack">
                <p className="small quiet">{t('withdraw.asideText')}</p>
                <button type="button" className="button" onClick={() => setIsWithdrawing(true)}>
                  {t('withdraw.openAny')}
                </button>
              </div>
            )}
          </section>
        </aside>
      </div>
    </>
  );
}
