import { useTranslation } from '../../../ui/useTranslation.js';
import { Link } from '../../../ui/Link.js';
import { useFormat } from '../../../ui/format.js';
import type { GrowthStep } from './growth.js';
import type { Published } from './TimeChart.js';

interface Props {
  steps: readonly GrowthStep[];
  published: readonly Published[];
  network: string;
  addressIn(year: number): string;
}

/** The years in which the number changes, and what was published in them; each number leads to its list. */
export function TimeTable({ steps, published, network, addressIn }: Props) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const yearOf = ({ on }: Published) => Number(on.slice(0, 4));
  const years = [...new Set([...steps.map(({ year }) => year), ...published.map(yearOf)])].sort((one, other) => one - other);
  return (
    <details className="growth-table">
      <summary>{t('time.table')}</summary>
      <div className="table-box">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('time.column.year')}</th>
              <th scope="col">{t('time.column.known')}</th>
              <th scope="col">{t('time.column.published', { network })}</th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => {
              const [said] = published.filter((each) => yearOf(each) === year);
              return (
                <tr key={year}>
                  <th scope="row">{String(year)}</th>
                  <td data-label={t('time.column.known')}>
                    <Link className="number" to={addressIn(year)}>
                      {format.number(steps.findLast((step) => step.year <= year)?.count ?? 0)}
                    </Link>
                  </td>
                  <td data-label={t('time.column.published', { network })}>
                    {said
                      ? t('time.published', { count: said.organisations, day: format.day(said.on, said.precision) })
                      : t('time.notPublished')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
