import '../directory.css';
import './sources.css';
import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { QueryFailure } from '../../api/QueryFailure.js';
import { graphql } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';
import { useFormat } from '../../ui/format.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { NamedSource } from '../../ui/SourceMark.js';
import { Bones } from '../../ui/states.js';
import { addressOf } from '../directoryView.js';
import { RecordDay } from '../RecordDay.js';
import { Trust } from '../Trust.js';

const sourcesQuery = graphql(`
  query Sources {
    network {
      name
      recordReadOn
      publishedCounts {
        on
        precision
        organisations
        sourceUrl
      }
    }
    organisations(first: 1) {
      totalCount
      facets {
        networks {
          network
          slug
          count
        }
        confidences {
          confidence
          count
        }
      }
    }
  }
`);

const sourcePages = graphql(`
  query SourcePages($after: String) {
    organisations(sort: COUNTRY, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          affiliations {
            networkSlug
            sourceUrl
          }
        }
      }
    }
  }
`);

/** Where every fact of the directory was read, and how the network counted itself. */
export function SourcesPage() {
  const { t } = useTranslation('sources');
  const { t: inOrganisation } = useTranslation('organisation');
  const { t: inDirectory } = useTranslation('directory');
  const format = useFormat();
  const { data, error, refetch } = useQuery(sourcesQuery);
  const pages = usePagesByNetwork();

  return (
    <div className="wrap">
      <header className="page-head">
        <PageHeading title={t('sources.title')} />
        <p className="lede">{t('sources.text')}</p>
        <RecordDay day={data?.network.recordReadOn} />
      </header>
      {error ? (
        <QueryFailure error={error} onRetry={() => void refetch()} />
      ) : !data || !pages ? (
        <Bones lines={10} />
      ) : (
        <div className="stack sources">
          <section aria-labelledby="networks">
            <div className="section__head">
              <h2 id="networks">{t('sources.networks')}</h2>
              <Link className="small number" to="/directory">
                {inDirectory('organisations.counted', { count: data.organisations.totalCount })}
              </Link>
            </div>
            <div className="table-box">
              <table className="table table--stacks">
                <thead>
                  <tr>
                    <th scope="col">{inOrganisation('affiliations.network')}</th>
                    <th scope="col">{t('sources.listed')}</th>
                    <th scope="col">{t('sources.pages')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.organisations.facets.networks.map(({ network, slug, count }) => (
                    <tr key={slug}>
                      <th scope="row">
                        <bdi>{network}</bdi>
                      </th>
                      <td data-label={t('sources.listed')}>
                        <Link
                          className="number"
                          to={addressOf({ networks: [slug] })}
                          aria-label={`${network}: ${inDirectory('organisations.counted', { count })}`}
                        >
                          {format.number(count)}
                        </Link>
                      </td>
                      <td data-label={t('sources.pages')}>
                        <ul className="sources__list">
                          {pages.get(slug)?.map((url) => (
                            <li key={url}>
                              <NamedSource url={url} isOneOfMany />
                            </li>
                          ))}
                        </ul>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
          <section aria-labelledby="sure">
            <div className="section__head">
              <h2 id="sure">{inDirectory('filters.confidence')}</h2>
            </div>
            <p className="prose sources__lead">{t('sources.sure')}</p>
            <dl className="fact-list">
              {data.organisations.facets.confidences.map(({ confidence, count }) => (
                <div key={confidence}>
                  <dt>
                    <Trust confidence={confidence} />
                  </dt>
                  <dd>
                    <Link className="number" to={addressOf({ confidences: [confidence] })}>
                      {inDirectory('organisations.counted', { count })}
                    </Link>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <section aria-labelledby="counts">
            <div className="section__head">
              <h2 id="counts">{t('sources.counts')}</h2>
            </div>
            <p className="prose sources__lead">{t('sources.countsText', { network: data.network.name })}</p>
            <div className="table-box">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('sources.day')}</th>
                    <th scope="col" className="is-end">
                      {t('sources.organisations')}
                    </th>
                    <th scope="col">{inOrganisation('affiliations.evidence')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.network.publishedCounts.map(({ on, precision, organisations, sourceUrl }) => (
                    <tr key={on}>
                      <th scope="row">
                        <time dateTime={on}>{format.day(on, precision)}</time>
                      </th>
                      <td className="is-end">{format.number(organisations)}</td>
                      <td>
                        <NamedSource url={sourceUrl} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
          <section aria-labelledby="ways-out">
            <div className="section__head">
              <h2 id="ways-out">{t('sources.out')}</h2>
            </div>
            <ul className="prose sources__out">
              <li>
                <a href="/directory.csv" download>
                  {t('sources.file')}
                </a>
              </li>
              <li>
                <a href="/graphql">{t('sources.explorer')}</a>
              </li>
              <li>
                <Link to="/directory/duplicates">{t('duplicates.title')}</Link>
              </li>
            </ul>
          </section>
        </div>
      )}
    </div>
  );
}

/** The pages on which the members of each network were read, by the network's short name: undefined until all have come, or as many as could. */
function usePagesByNetwork(): ReadonlyMap<string, readonly string[]> | undefined {
  const { data, error, fetchMore } = useQuery(sourcePages, { variables: { after: null } });
  const next = data?.organisations.pageInfo;
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (next?.hasNextPage) fetchMore({ variables: { after: next.endCursor } }).catch(() => setBroken(true));
  }, [next, fetchMore]);
  const hasCome = error !== undefined || isBroken || next?.hasNextPage === false;
  return useMemo(() => {
    if (!hasCome) return undefined;
    const pages = new Map<string, Set<string>>();
    for (const { networkSlug, sourceUrl } of data?.organisations.edges.flatMap(({ node }) => node.affiliations) ?? []) {
      pages.set(networkSlug, (pages.get(networkSlug) ?? new Set()).add(sourceUrl));
    }
    return new Map([...pages].map(([slug, urls]) => [slug, [...urls].sort()]));
  }, [data, hasCome]);
}
