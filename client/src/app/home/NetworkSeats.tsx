import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';
import { useFormat } from '../../ui/format.js';
import { HalfCircle } from '../../ui/HalfCircle.js';
import { SourceMark } from '../../ui/SourceMark.js';
import { generationsOf } from './generations.js';

const networkSeats = graphql(`
  fragment NetworkSeats on Network {
    publishedCounts {
      on
      precision
      organisations
      sourceUrl
    }
  }
`);

const colours = { 'is-first': 'var(--gen-1)', 'is-later': 'var(--gen-2)', 'is-latest': 'var(--gen-3)' };

/** The network as it last counted itself: one seat for each organisation, coloured by when the network told of it. */
export function NetworkSeats({ network }: { network: FragmentType<typeof networkSeats> }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { publishedCounts } = readFragment(networkSeats, network);
  const generations = generationsOf(publishedCounts);
  const latest = generations.at(-1)?.published;
  if (!latest) return null;
  const sentences = generations.map(({ size, published }, index) =>
    t(index === 0 ? 'seats.first' : 'seats.more', {
      count: size,
      day: format.day(published.on, published.precision === 'DAY' ? 'MONTH' : published.precision),
    }),
  );
  return (
    <figure className="seats">
      <div className="seats__picture">
        <HalfCircle
          count={latest.organisations}
          groups={generations.map(({ size, className }) => ({ size, className }))}
          label={t('seats.picture', { count: latest.organisations, generations: format.list(sentences) })}
        />
        <div className="seats__number">
          <Link className="number number--big" to="/sources#counts" aria-label={t('seats.seeCounts', { count: latest.organisations })}>
            {format.number(latest.organisations)}
          </Link>
          <p>
            {t('seats.label', { count: latest.organisations })}
            <br />
            <span className="record-day">
              <time dateTime={latest.on}>{format.day(latest.on, latest.precision)}</time>
              <SourceMark url={latest.sourceUrl} />
            </span>
          </p>
        </div>
      </div>
      <figcaption className="figure-foot">
        <ul className="legend">
          {generations.map(({ className }, index) => (
            <li key={className}>
              <i className="key" style={{ '--key': colours[className] }} />
              {sentences[index]}
            </li>
          ))}
        </ul>
        <Link className="small" to="/sources#counts">
          {t('seats.grown')}
        </Link>
      </figcaption>
    </figure>
  );
}
