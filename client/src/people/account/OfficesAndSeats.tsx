import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';

const officesAndSeats = graphql(`
  fragment OfficesAndSeats on Viewer {
    seats {
      id
      isAdministrator
      organisationId
      organisation {
        id
        name
      }
      seat {
        id
        kind
      }
    }
    offices {
      id
      kind
      scope
    }
  }
`);

/** For whom the reader stands here. */
export function OfficesAndSeats({ viewer }: { viewer: FragmentType<typeof officesAndSeats> }) {
  const { t } = useTranslation('people');
  const { seats, offices } = readFragment(officesAndSeats, viewer);
  return (
    <section aria-labelledby="held">
      <h2 id="held" className="aside-title">
        {t('held.title')}
      </h2>
      {seats.length + offices.length === 0 ? (
        <p className="small quiet">{t('held.none')}</p>
      ) : (
        <ul className="lines small">
          {seats.map(({ id, isAdministrator, organisationId, organisation, seat }) => (
            <li key={id}>
              {t(`seatKind.${seat.kind}`)},{' '}
              <Link to={`/organisation?of=${organisationId}`}>
                <bdi>{organisation?.name ?? t('seats.title')}</bdi>
              </Link>{' '}
              {isAdministrator && <span className="tag">{t('seat.administrator')}</span>}
            </li>
          ))}
          {offices.map(({ id, kind, scope }) => (
            <li key={id}>
              <Link to="/offices">{t(`officeKind.${kind}`)}</Link> {scope && <bdi className="tag">{scope}</bdi>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
