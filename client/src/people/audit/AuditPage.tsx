import '../people.css';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/useTranslation.js';
import { AskedPage } from '../../api/AskedPage.js';
import { graphql } from '../../generated/index.js';
import { EmptyState } from '../../ui/states.js';
import { MoreButton } from '../MoreButton.js';
import { AuditEntry } from './AuditEntry.js';
import { AuditFilters } from './AuditFilters.js';
import { useAuditView } from './useAuditView.js';

const pageSize = 24;

const auditQuery = graphql(`
  query AuditTrail($filter: AuditFilter, $first: Int!, $after: String) {
    auditTrail(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...AuditEntry
        }
      }
    }
  }
`);

/** Who did what, when, for whom and why: searched by the address, the newest first. */
export function AuditPage() {
  const { t } = useTranslation('people');
  const { filter, isFiltered, clear } = useAuditView();
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(auditQuery, {
    variables: { filter, first: pageSize, after: null },
    fetchPolicy: 'cache-and-network',
  });
  const trail = (data ?? previousData)?.auditTrail;
  const more = async () => {
    await fetchMore({ variables: { filter, first: pageSize, after: trail?.pageInfo.endCursor ?? null } });
  };
  return (
    <AskedPage
      title={t('audit.title')}
      lede={t('audit.text')}
      data={trail}
      error={error}
      kept={t('audit.kept')}
      onRetry={() => void refetch()}
    >
      {({ totalCount, edges, pageInfo }) => (
        <div className="split split--start">
          <section aria-labelledby="entries" className={loading && !data ? 'is-waiting' : undefined}>
            <div className="section__head">
              <h2 id="entries">{t('audit.entries')}</h2>
              <span className="small quiet" role="status">
                {t('audit.count', { count: totalCount })}
              </span>
            </div>
            {totalCount === 0 ? (
              <EmptyState title={isFiltered ? t('audit.noneFit') : t('audit.none')}>
                {isFiltered && (
                  <button type="button" className="button" onClick={clear}>
                    {t('audit.clear')}
                  </button>
                )}
              </EmptyState>
            ) : (
              <>
                <ol className="lines">
                  {edges.map(({ node }) => (
                    <li key={node.id}>
                      <AuditEntry entry={node} />
                    </li>
                  ))}
                </ol>
                {pageInfo.hasNextPage && <MoreButton onMore={more} />}
              </>
            )}
          </section>
          <AuditFilters />
        </div>
      )}
    </AskedPage>
  );
}
