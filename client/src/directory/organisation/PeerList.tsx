import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { useFormat } from '../../ui/format.js';
import { OrganisationMark } from '../OrganisationMark.js';

const peerList = graphql(`
  fragment PeerList on Organisation {
    peers(first: 6) {
      reason
      organisation {
        id
        slug
        name
        level
        country
        isFictional
      }
    }
  }
`);

/** Others to look at next, each with the reason. */
export function PeerList({ organisation }: { organisation: FragmentType<typeof peerList> }) {
  const { t } = useTranslation('organisation');
  const { t: inDirectory } = useTranslation('directory');
  const format = useFormat();
  const { peers } = readFragment(peerList, organisation);
  if (peers.length === 0) return null;
  return (
    <section aria-labelledby="peers">
      <h2 id="peers" className="aside-title">
        {t('peers.title')}
      </h2>
      <ul className="lines peers">
        {peers.map(({ reason, organisation: { id, slug, name, level, country, isFictional } }) => (
          <li key={id} className="organisation">
            <OrganisationMark name={name} level={level} isFictional={isFictional} size="small" />
            <div>
              <p className="organisation__name small">
                <Link to={`/organisations/${slug}`}>
                  <bdi>{name}</bdi>
                </Link>
              </p>
              <p className="organisation__below tiny">
                {[country ? format.country(country) : inDirectory('country.notStated'), t(`reason.${reason}`)].join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
