import '../directory.css';
import './sources.css';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { QueryFailure } from '../../api/QueryFailure.js';
import { graphql } from '../../generated/index.js';
import { Breadcrumb } from '../../ui/Breadcrumb.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { Bones, EmptyState } from '../../ui/states.js';
import { DuplicatePair } from './DuplicatePair.js';
import { Pager } from '../Pager.js';

const pageSize = 24;

const duplicatesQuery = graphql(`
  query PossibleDuplicates($first: Int!, $after: String) {
    possibleDuplicates(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          reasons
          left {
            ...DuplicateEntry
          }
          right {
            ...DuplicateEntry
          }
        }
      }
    }
  }
`);

/** Pairs of entries that may be one organisation, side by side; nothing is merged by itself. */
export function DuplicatesPage() {
  const { t } = useTranslation('sources');
  const { t: inDirectory } = useTranslation('directory');
  const { data, error, refetch, fetchMore } = useQuery(duplicatesQuery, { variables: { first: pageSize, after: null } });
  const found = data?.possibleDuplicates;
  const showMore = async () => {
    await fetchMore({ variables: { first: pageSize, after: found?.pageInfo.endCursor ?? null } });
  };
  return (
    <>
      <Breadcrumb steps={[{ label: inDirectory('title'), to: '/directory' }, { label: t('duplicates.title') }]} />
      <div className="wrap">
        <header className="page-head">
          <PageHeading title={t('duplicates.title')} />
          <p className="lede">{t('duplicates.text')}</p>
          {found && found.totalCount > 0 && (
            <p className="strong" role="status">
              {t('duplicates.count', { count: found.totalCount })}
            </p>
          )}
        </header>
        {error ? (
          <QueryFailure error={error} onRetry={() => void refetch()} />
        ) : !found ? (
          <Bones />
        ) : found.totalCount === 0 ? (
          <EmptyState title={t('duplicates.none')}>
            <p>{t('duplicates.noneText')}</p>
          </EmptyState>
        ) : (
          <>
            <ol className="pairs">
              {found.edges.map(({ node: { id, left, right, reasons } }) => (
                <li key={id}>
                  <DuplicatePair left={left} right={right} />
                  <p className="small quiet">{t('duplicates.why')}</p>
                  <ul className="small pairs__reasons">
                    {reasons.map((reason) => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
            <Pager
              shown={found.edges.length}
              total={found.totalCount}
              pageSize={pageSize}
              onMore={found.pageInfo.hasNextPage ? showMore : undefined}
            />
          </>
        )}
      </div>
    </>
  );
}
