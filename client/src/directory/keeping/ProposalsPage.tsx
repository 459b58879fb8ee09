import '../directory.css';
import './keeping.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { AskedPage } from '../../api/AskedPage.js';
import { graphql, readFragment } from '../../generated/index.js';
import { Breadcrumb } from '../../ui/Breadcrumb.js';
import { EmptyState } from '../../ui/states.js';
import { Pager } from '../Pager.js';
import { keptProposal } from './keptOrganisation.js';
import { Proposal } from './Proposals.js';

const pageSize = 24;

const proposalsQuery = graphql(`
  query ProfileProposals($first: Int!, $after: String) {
    profileProposals(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...KeptProposal
        }
      }
    }
  }
`);

/** What the secretariat has proposed to organisations, and what became of it. */
export function ProposalsPage() {
  const { t } = useTranslation('keeping');
  const { t: inDirectory } = useTranslation('directory');
  const { data, error, refetch, fetchMore } = useQuery(proposalsQuery, {
    variables: { first: pageSize, after: null },
    fetchPolicy: 'cache-and-network',
  });
  const [said, setSaid] = useState('');
  const found = data?.profileProposals;
  const showMore = async () => {
    await fetchMore({ variables: { first: pageSize, after: found?.pageInfo.endCursor ?? null } });
  };
  return (
    <>
      <Breadcrumb steps={[{ label: inDirectory('title'), to: '/directory' }, { label: t('proposals.title') }]} />
      <AskedPage
        title={t('proposals.title')}
        lede={t('proposals.text')}
        said={said}
        data={found}
        error={error}
        onRetry={() => void refetch()}
      >
        {({ totalCount, edges, pageInfo }) =>
          totalCount === 0 ? (
            <EmptyState isWholePage title={t('proposals.none')}>
              <p>{t('proposals.noneText')}</p>
            </EmptyState>
          ) : (
            <>
              <h2 className="visually-hidden">{t('proposals.all')}</h2>
              <ul className="stack">
                {edges.map(({ node }) => (
                  <li key={node.id}>
                    <Proposal proposal={readFragment(keptProposal, node)} onChanged={setSaid} withName />
                  </li>
                ))}
              </ul>
              <Pager shown={edges.length} total={totalCount} pageSize={pageSize} onMore={pageInfo.hasNextPage ? showMore : undefined} />
            </>
          )
        }
      </AskedPage>
    </>
  );
}
