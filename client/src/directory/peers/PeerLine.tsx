import { useTranslation } from '../../ui/useTranslation.js';
import type { PeersQuery } from '../../generated/graphql.js';
import { Link } from '../../ui/Link.js';
import { useFormat } from '../../ui/format.js';
import { OrganisationMark } from '../OrganisationMark.js';
import { PeerReasons } from './PeerReasons.js';

interface Props {
  peer: PeersQuery['peers'][number];
  /** The level of the heading above the list, and one. */
  heading: 'h2' | 'h3';
  mostReasons?: number;
}

/** One organisation worth meeting: who, where, why, and how many points the reasons make together. */
export function PeerLine({ peer, heading: Heading, mostReasons }: Props) {
  const { t } = useTranslation('peers');
  const { t: inDirectory } = useTranslation('directory');
  const format = useFormat();
  const { slug, name, level, country, isFictional } = peer.organisation;
  return (
    <li className="organisation peer">
      <OrganisationMark name={name} level={level} isFictional={isFictional} size="small" />
      <div>
        <Heading className="organisation__name small">
          <Link to={`/organisations/${slug}`}>
            <bdi>{name}</bdi>
          </Link>
        </Heading>
        <p className="organisation__below tiny">
          {[
            country ? format.country(country) : inDirectory('country.notStated'),
            ...(isFictional ? [inDirectory('fictional')] : []),
            t('points', { count: peer.points }),
          ].join(' · ')}
        </p>
        <PeerReasons peer={peer} {...(mostReasons !== undefined && { most: mostReasons })} />
      </div>
    </li>
  );
}
