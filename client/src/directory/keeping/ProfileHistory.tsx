import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { QueryFailure } from '../../api/QueryFailure.js';
import { graphql } from '../../generated/index.js';
import { useFormat } from '../../ui/format.js';
import { NamedSource } from '../../ui/SourceMark.js';
import { Bones } from '../../ui/states.js';
import { Pager } from '../Pager.js';
import { Differences } from './Differences.js';

const historyQuery = graphql(`
  query ProfileHistory($slug: String!, $first: Int!, $after: String) {
    organisation(slug: $slug) {
      id
      history(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            on
            kind
            section
            sourceUrl
            why
            by {
              id
              name
            }
            changes {
              ...DifferenceRow
            }
          }
        }
      }
    }
  }
`);

const pageSize = 12;

/** What changed in the profile, when and by whom; loaded when it is opened. */
export function ProfileHistory({ slug }: { slug: string }) {
  const { t } = useTranslation('keeping');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section id="history" aria-labelledby="history-title" className="people-main">
      <div className="section__head">
        <h2 id="history-title">{t('history.title')}</h2>
      </div>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{t('history.open')}</summary>
        {isOpen && <Changes slug={slug} />}
      </details>
    </section>
  );
}

function Changes({ slug }: { slug: string }) {
  const { t } = useTranslation('keeping');
  const format = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(historyQuery, {
    variables: { slug, first: pageSize, after: null },
    fetchPolicy: 'cache-and-network',
  });
  const history = data?.organisation?.history;
  const showMore = async () => {
    await fetchMore({ variables: { after: history?.pageInfo.endCursor ?? null } });
  };
  if (error && !history) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (!history) return <Bones lines={4} />;
  return (
    <>
      <ol className="lines">
        {history.edges.map(({ node: { id, on, kind, section, sourceUrl, why, by, changes } }) => (
          <li key={id} className="stack history-entry">
            <p>
              <time dateTime={on}>{format.day(on)}</time> · {t(`history.${kind}`)}
              {section && ` · ${t(`section.${section}`)}`} {sourceUrl && <NamedSource url={sourceUrl} />}
            </p>
            {(by?.name ?? why) && (
              <p className="small quiet">
                {by?.name && <bdi>{by.name}</bdi>}
                {by?.name && why && ' · '}
                {why && <bdi>{why}</bdi>}
              </p>
            )}
            {changes.length > 0 && (
              <details>
                <summary>{t('history.changes', { count: changes.length })}</summary>
                <Differences differences={changes} before={t('history.before')} after={t('history.after')} />
              </details>
            )}
          </li>
        ))}
      </ol>
      <Pager
        shown={history.edges.length}
        total={history.totalCount}
        pageSize={pageSize}
        onMore={history.pageInfo.hasNextPage ? showMore : undefined}
      />
    </>
  );
}
