import '../people.css';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/useTranslation.js';
import { AskedPage } from '../../api/AskedPage.js';
import { graphql } from '../../generated/index.js';
import { EmptyState } from '../../ui/states.js';
import { MoreButton } from '../MoreButton.js';
import { MailEntry } from './MailEntry.js';

const pageSize = 24;

const outboxQuery = graphql(`
  query Outbox($first: Int!, $after: String) {
    outbox(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...MailEntry
        }
      }
    }
  }
`);

/** The mails that the portal wrote, the newest first. */
export function OutboxPage() {
  const { t } = useTranslation('people');
  const { data, error, refetch, fetchMore } = useQuery(outboxQuery, {
    variables: { first: pageSize, after: null },
    fetchPolicy: 'cache-and-network',
  });
  const outbox = data?.outbox;
  const more = async () => {
    await fetchMore({ variables: { first: pageSize, after: outbox?.pageInfo.endCursor ?? null } });
  };
  return (
    <AskedPage title={t('outbox.title')} lede={t('outbox.text')} data={outbox} error={error} onRetry={() => void refetch()}>
      {({ totalCount, edges, pageInfo }) =>
        totalCount === 0 ? (
          <EmptyState isWholePage title={t('outbox.none')}>
            <p>{t('outbox.noneText')}</p>
          </EmptyState>
        ) : (
          <>
            <p className="small quiet" role="status">
              {t('outbox.count', { count: totalCount })}
            </p>
            <ol className="lines">
              {edges.map(({ node }, index) => (
                <li key={node.id}>
                  <MailEntry mail={node} isOpen={index === 0} />
                </li>
              ))}
            </ol>
            {pageInfo.hasNextPage && <MoreButton onMore={more} />}
          </>
        )
      }
    </AskedPage>
  );
}
