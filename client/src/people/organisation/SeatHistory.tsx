import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { MomentDay } from '../Moment.js';

const seatHistory = graphql(`
  fragment SeatHistory on Seat {
    history {
      id
      isAdministrator
      startedAt
      endedAt
      person {
        id
        name
      }
    }
  }
`);

/** Everybody who held a seat, the newest first. The history stays; names of erased people do not. */
export function SeatHistory({ seat }: { seat: FragmentType<typeof seatHistory> }) {
  const { t } = useTranslation('people');
  const { history } = readFragment(seatHistory, seat);
  if (history.length === 0) return null;
  return (
    <details className="small">
      <summary>{t('history.title', { count: history.length })}</summary>
      <ol className="history">
        {history.map(({ id, person, isAdministrator, startedAt, endedAt }) => (
          <li key={id}>
            <b>{person.name ? <bdi>{person.name}</bdi> : t('person.erased')}</b> <MomentDay at={startedAt} /> –{' '}
            {endedAt ? <MomentDay at={endedAt} /> : t('history.today')}{' '}
            {isAdministrator && <span className="tag">{t('seat.administrator')}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}
