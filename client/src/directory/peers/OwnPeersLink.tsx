import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/useTranslation.js';
import { graphql } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';

const ownOrganisationsQuery = graphql(`
  query OwnOrganisations {
    viewer {
      person {
        id
      }
      seats {
        id
        organisation {
          id
          slug
          name
        }
      }
    }
  }
`);

/** For whoever sits for an organisation: the way to those that are worth meeting for it. */
export function OwnPeersLink() {
  const { t } = useTranslation('peers');
  const { data } = useQuery(ownOrganisationsQuery);
  const own = new Map(data?.viewer?.seats.flatMap(({ organisation }) => (organisation ? [[organisation.slug, organisation.name]] : [])));
  if (own.size === 0) return null;
  return (
    <p className="row small">
      {[...own].map(([slug, name]) => (
        <Link key={slug} to={`/organisations/${slug}/peers`}>
          {own.size > 1 ? t('own.linkFor', { name }) : t('own.link')}
        </Link>
      ))}
    </p>
  );
}
