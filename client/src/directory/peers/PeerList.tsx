import './peers.css';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useLabelLanguage } from '../../api/labelLanguage.js';
import { Link } from '../../ui/Link.js';
import { PeerLine } from './PeerLine.js';
import { peersQuery } from './peersQuery.js';

/** Others to meet next, each with its weightiest reasons. */
export function PeerList({ slug }: { slug: string }) {
  const { t } = useTranslation('peers');
  const { data } = useQuery(peersQuery, { variables: { of: slug, first: 6, language: useLabelLanguage() } });
  const peers = data?.peers ?? [];
  if (peers.length === 0) return null;
  return (
    <section aria-labelledby="peers">
      <h2 id="peers" className="aside-title">
        {t('list.title')}
      </h2>
      <ul className="lines peers">
        {peers.map((peer) => (
          <PeerLine key={peer.organisation.id} peer={peer} heading="h3" mostReasons={3} />
        ))}
      </ul>
      <p className="small">
        <Link to={`/organisations/${slug}/peers`}>{t('list.all')}</Link>
      </p>
    </section>
  );
}
