import { useTranslation } from '../../../ui/useTranslation.js';
import { useFormat } from '../../../ui/format.js';
import { type GrowthStep, stepPath } from './growth.js';

/** How many organisations the network published that it had. */
export interface Published {
  readonly on: string;
  readonly precision: 'DAY' | 'MONTH' | 'YEAR';
  readonly organisations: number;
}

interface Props {
  steps: readonly GrowthStep[];
  published: readonly Published[];
  first: number;
  last: number;
  /** The year that is shown; undefined for all. */
  year: number | undefined;
}

/** Who is known to be in, in steps; hatched where nobody knows, dotted where nothing new was said, and rings for what was published. */
export function TimeChart({ steps, published, first, last, year }: Props) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const most = Math.max(1, ...steps.map(({ count }) => count), ...published.map(({ organisations }) => organisations)) * 1.12;
  const [begin, end] = [steps[0]?.year ?? last, steps.at(-1)];
  const across = (at: number) => ((at - first) / (last - first || 1)) * 100;
  const up = (count: number) => (count / most) * 100;
  const height = (100 - up(end?.count ?? 0)).toFixed(2);
  const labels = [...new Set([first, begin, last])].filter(
    (each) => each === first || each === last || (across(each) > 12 && across(each) < 88),
  );
  return (
    <div className="growth" aria-hidden="true">
      <span className="growth__unknown" style={{ inlineSize: `${across(begin).toFixed(2)}%` }} />
      <svg className="growth__drawing" viewBox="0 0 100 100" preserveAspectRatio="none">
        <path className="growth__base" d="M0 100H100" />
        <path className="growth__known" d={stepPath(steps, first, last, most)} />
        {end && end.year < last && <path className="growth__since" d={`M${across(end.year).toFixed(2)} ${height}H100`} />}
        {year !== undefined && <path className="growth__now" d={`M${across(year).toFixed(2)} 0V100`} />}
      </svg>
      {published.map(({ on, precision, organisations }, index) => (
        <span
          key={on}
          className={index === published.length - 1 ? 'growth__published is-last' : 'growth__published'}
          style={{ insetInlineStart: `${across(fractionOfYear(on)).toFixed(2)}%`, insetBlockEnd: `${up(organisations).toFixed(2)}%` }}
          title={t('time.published', { count: organisations, day: format.day(on, precision) })}
        >
          <span>{format.number(organisations)}</span>
        </span>
      ))}
      {labels.map((each) => (
        <span key={each} className="growth__year tiny" style={{ insetInlineStart: `${across(each).toFixed(2)}%` }}>
          {String(each)}
        </span>
      ))}
    </div>
  );
}

const fractionOfYear = (day: string) => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12;
