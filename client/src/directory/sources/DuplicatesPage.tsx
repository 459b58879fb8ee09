import '../directory.css';
import './sources.css';
import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryFailure } from '../../api/QueryFailure.js';
import { graphql } from '../../generated/index.js';
import { Breadcrumb } from '../../ui/Breadcrumb.js';
import { Link } from '../../ui/Link.js';
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
          ...DecidePair
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

const whoCurates = graphql(`
  query WhoCurates {
    viewer {
      person {
        id
      }
      viewerCanCurate
    }
  }
`);

const DecidePair = lazy(() => import('./DecidePair.js').then((module) => ({ default: module.DecidePair })));
const Decided = lazy(() => import('./Decided.js').then((module) => ({ default: module.Decided })));

/** Pairs of entries that may be one organisation, side by side; nothing is merged by itself. */
export function DuplicatesPage() {
  const { t } = useTranslation('sources');
  const { t: inDirectory } = useTranslation('directory');
  const { data, error, refetch, fetchMore } = useQuery(duplicatesQuery, { variables: { first: pageSize, after: null } });
  const canCurate = useQuery(whoCurates).data?.viewer?.viewerCanCurate ?? false;
  const [said, setSaid] = useState('');
  const found = data?.possibleDuplicates;
  const changed = (words: string) => {
    setSaid(words);
    void refetch();
  };
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
          {canCurate && (
            <p className="small">
              <Link to="/directory/proposals">{t('duplicates.proposals')}</Link>
            </p>
          )}
          <p role="status" className={said ? 'notice' : undefined}>
            {said}
          </p>
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
            <h2 className="visually-hidden">{t('duplicates.pairs')}</h2>
            <ol className="pairs">
              {found.edges.map(({ node }) => (
                <li key={node.id}>
                  <DuplicatePair left={node.left} right={node.right} />
                  <p className="small quiet">{t('duplicates.why')}</p>
                  <ul className="small pairs__reasons">
                    {node.reasons.map((reason) => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                  {canCurate && (
                    <Suspense fallback={null}>
                      <DecidePair pair={node} onDecided={changed} />
                    </Suspense>
                  )}
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
        {canCurate && (
          <Suspense fallback={null}>
            <Decided key={said} onChanged={changed} />
          </Suspense>
        )}
      </div>
    </>
  );
}
