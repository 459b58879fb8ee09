import '../directory.css';
import './sources.css';
import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { Link } from '../../ui/Link.js';
import { AskedPage } from '../../api/AskedPage.js';
import { graphql } from '../../generated/index.js';
import { Breadcrumb } from '../../ui/Breadcrumb.js';
import { EmptyState } from '../../ui/states.js';
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
  const head = (
    <>
      {canCurate && (
        <p className="small">
          <Link to="/directory/proposals">{t('duplicates.proposals')}</Link>
        </p>
      )}
      {found && found.totalCount > 0 && (
        <p className="strong" role="status">
          {t('duplicates.count', { count: found.totalCount })}
        </p>
      )}
    </>
  );
  return (
    <>
      <Breadcrumb steps={[{ label: inDirectory('title'), to: '/directory' }, { label: t('duplicates.title') }]} />
      <AskedPage
        title={t('duplicates.title')}
        lede={t('duplicates.text')}
        said={said}
        more={head}
        data={found}
        error={error}
        onRetry={() => void refetch()}
      >
        {({ totalCount, edges, pageInfo }) => (
          <>
            {totalCount === 0 ? (
              <EmptyState isWholePage title={t('duplicates.none')}>
                <p>{t('duplicates.noneText')}</p>
              </EmptyState>
            ) : (
              <>
                <h2 className="visually-hidden">{t('duplicates.pairs')}</h2>
                <ol className="pairs">
                  {edges.map(({ node }) => (
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
                <Pager shown={edges.length} total={totalCount} pageSize={pageSize} onMore={pageInfo.hasNextPage ? showMore : undefined} />
              </>
            )}
            {canCurate && (
              <Suspense fallback={null}>
                <Decided key={said} onChanged={changed} />
              </Suspense>
            )}
          </>
        )}
      </AskedPage>
    </>
  );
}
