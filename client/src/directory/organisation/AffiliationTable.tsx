import { useTranslation } from '../../ui/useTranslation.js';
import type { DatePrecision } from '../../generated/graphql.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';
import { useFormat } from '../../ui/format.js';
import { NamedSource } from '../../ui/SourceMark.js';
import { Trust } from '../Trust.js';
import { addressOf } from '../directoryView.js';

const affiliationTable = graphql(`
  fragment AffiliationTable on Organisation {
    affiliations {
      network
      networkSlug
      role
      sourceUrl
      confidence
      from {
        on
        precision
      }
      to {
        on
        precision
      }
      namedOn {
        on
        precision
      }
      networkOrganisation {
        id
        slug
      }
    }
  }
`);

/** The networks that it belongs to or acted with, as what, and which page says so. */
export function AffiliationTable({ organisation }: { organisation: FragmentType<typeof affiliationTable> }) {
  const { t } = useTranslation('organisation');
  const { t: inDirectory } = useTranslation('directory');
  const { affiliations } = readFragment(affiliationTable, organisation);
  if (affiliations.length === 0) return <p className="not-stated">{t('affiliations.none')}</p>;
  return (
    // A box that scrolls sideways on a narrow screen must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-box" role="group" aria-labelledby="affiliations" tabIndex={0}>
      <table className="table table--stacks">
        <thead>
          <tr>
            <th scope="col">{t('affiliations.network')}</th>
            <th scope="col">{t('affiliations.role')}</th>
            <th scope="col">{t('affiliations.when')}</th>
            <th scope="col">{t('affiliations.others')}</th>
            <th scope="col">{inDirectory('column.confidence')}</th>
            <th scope="col">{t('affiliations.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {affiliations.map(({ network, networkSlug, role, sourceUrl, confidence, networkOrganisation, ...days }) => (
            <tr key={`${networkSlug} ${sourceUrl}`}>
              <th scope="row">
                {networkOrganisation ? <Link to={`/organisations/${networkOrganisation.slug}`}>{network}</Link> : <bdi>{network}</bdi>}
              </th>
              <td data-label={t('affiliations.role')}>{role ? <bdi>{role}</bdi> : t('affiliations.member')}</td>
              <td data-label={t('affiliations.when')}>
                <Days {...days} />
              </td>
              <td data-label={t('affiliations.others')}>
                <Link to={addressOf({ networks: [networkSlug] })}>{t('affiliations.see')}</Link>
              </td>
              <td data-label={inDirectory('column.confidence')}>
                <Trust confidence={confidence} />
              </td>
              <td data-label={t('affiliations.evidence')}>
                <NamedSource url={sourceUrl} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Day = { readonly on: string; readonly precision: DatePrecision } | null;

/** From when to when, as far as a source says so; else on which day the source names it. */
function Days({ from, to, namedOn }: { from: Day; to: Day; namedOn: Day }) {
  const { t } = useTranslation('organisation');
  const format = useFormat();
  const told = [
    ['from', from],
    ['to', to],
    ['namedOn', from || to ? null : namedOn],
  ] as const;
  const known = told.filter(([, day]) => day !== null);
  if (known.length === 0) return <span className="not-stated">{t('facts.notStated')}</span>;
  return known.map(([which, day]) => (
    <div key={which}>
      {t(`affiliations.${which}`)} <time dateTime={day?.on}>{day && format.day(day.on, day.precision)}</time>
    </div>
  ));
}
