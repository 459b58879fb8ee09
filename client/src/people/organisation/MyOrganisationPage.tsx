import '../people.css';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useSearchParams } from 'react-router';
import { QueryFailure } from '../../api/QueryFailure.js';
import { graphql } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { Bones, EmptyState } from '../../ui/states.js';
import { SignInFirst } from '../sign-in/SignInFirst.js';
import { OrganisationSeats } from './OrganisationSeats.js';

const myOrganisationsQuery = graphql(`
  query MyOrganisations {
    viewer {
      person {
        id
      }
      seats {
        id
        organisationId
        isAdministrator
        organisation {
          id
          name
          slug
        }
      }
    }
  }
`);

/** The organisation for which the reader holds a seat, or the one that the address names: its seats and who fills them. */
export function MyOrganisationPage() {
  const { t } = useTranslation('people');
  const [query] = useSearchParams();
  const { data, error, refetch } = useQuery(myOrganisationsQuery, { fetchPolicy: 'cache-and-network' });
  const viewer = data?.viewer;
  const seats = viewer?.seats ?? [];
  const organisationId = query.get('of') ?? seats[0]?.organisationId;
  const own = seats.filter((seat) => seat.organisationId === organisationId);
  const organisation = own[0]?.organisation;
  const others = new Map(
    seats.flatMap((seat) =>
      seat.organisation && seat.organisationId !== organisationId ? [[seat.organisationId, seat.organisation.name]] : [],
    ),
  );

  return (
    <div className="wrap">
      <header className="page-head">
        <PageHeading title={organisation?.name ?? t('seats.title')}>
          {organisation ? <bdi>{organisation.name}</bdi> : t('seats.title')}
        </PageHeading>
        <p className="lede">{t('seats.text')}</p>
        {organisation && (
          <p className="row small">
            <Link to={`/organisations/${organisation.slug}`}>{t('seats.profile')}</Link>
            <Link to={`/organisation/profile?of=${organisationId}`}>{t('seats.keepProfile')}</Link>
          </p>
        )}
        {others.size > 0 && (
          <ul className="row small">
            {[...others].map(([id, name]) => (
              <li key={id}>
                <Link to={`/organisation?of=${id}`}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </header>
      {error && !viewer ? (
        <QueryFailure isWholePage error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Bones lines={10} />
      ) : !viewer ? (
        <SignInFirst />
      ) : organisationId ? (
        <OrganisationSeats
          key={organisationId}
          organisationId={organisationId}
          viewerId={viewer.person.id}
          isOwnAdministrator={own.some(({ isAdministrator }) => isAdministrator)}
        />
      ) : (
        <EmptyState isWholePage title={t('seats.noneHeld')}>
          <p>{t('seats.noneHeldText')}</p>
          <Link className="button" to="/directory">
            {t('seats.findOrganisation')}
          </Link>
        </EmptyState>
      )}
    </div>
  );
}
