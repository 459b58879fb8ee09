import '../directory.css';
import './peers.css';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useParams } from 'react-router';
import { useLabelLanguage } from '../../api/labelLanguage.js';
import { QueryFailure } from '../../api/QueryFailure.js';
import { graphql } from '../../generated/index.js';
import { Breadcrumb } from '../../ui/Breadcrumb.js';
import { Link } from '../../ui/Link.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { Bones, EmptyState } from '../../ui/states.js';
import { OrganisationNotFound } from '../organisation/OrganisationNotFound.js';
import { PeerLine } from './PeerLine.js';
import { peersQuery } from './peersQuery.js';
import { WeightTable } from './WeightTable.js';

const peersOfQuery = graphql(`
  query PeersOf($slug: String!) {
    organisation(slug: $slug) {
      id
      slug
      name
    }
    peerWeights {
      ...WeightTable
    }
  }
`);

/** Whom one organisation should meet, with every reason, the points of each, and the published weights from which they come. */
export function PeersPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation('peers');
  const { t: inDirectory } = useTranslation('directory');
  const language = useLabelLanguage();
  const about = useQuery(peersOfQuery, { variables: { slug } });
  const { data, error, refetch } = useQuery(peersQuery, { variables: { of: slug, first: 24, language } });
  const failure = error ?? about.error;
  if (failure) {
    return (
      <div className="wrap page-head">
        <PageHeading title={t('page.failed')} />
        <QueryFailure error={failure} onRetry={() => void Promise.all([refetch(), about.refetch()])} />
      </div>
    );
  }
  if (!about.data) return <Bones lines={10} />;
  const { organisation, peerWeights } = about.data;
  if (!organisation) return <OrganisationNotFound slug={slug} />;
  const { name } = organisation;
  return (
    <>
      <Breadcrumb
        steps={[
          { label: inDirectory('title'), to: '/directory' },
          { label: name, to: `/organisations/${slug}` },
          { label: t('page.crumb') },
        ]}
      />
      <div className="wrap">
        <header className="page-head">
          <PageHeading title={t('page.title', { name })} />
          <p className="lede">{t('page.text')}</p>
        </header>
        <div className="peers-page">
          <section aria-label={t('page.crumb')}>
            {!data ? (
              <Bones lines={12} />
            ) : data.peers.length === 0 ? (
              <EmptyState title={t('page.none')}>
                <p>{t('page.noneText')}</p>
                <Link className="button" to={`/organisations/${slug}`}>
                  {t('page.profile')}
                </Link>
              </EmptyState>
            ) : (
              <ul className="lines peers">
                {data.peers.map((peer) => (
                  <PeerLine key={peer.organisation.id} peer={peer} heading="h2" />
                ))}
              </ul>
            )}
          </section>
          <WeightTable weights={peerWeights} />
        </div>
      </div>
    </>
  );
}
