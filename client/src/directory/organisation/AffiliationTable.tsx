import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
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
            <th scope="col">{t('affiliations.others')}</th>
            <th scope="col">{inDirectory('column.confidence')}</th>
            <th scope="col">{t('affiliations.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {affiliations.map(({ network, networkSlug, role, sourceUrl, confidence, networkOrganisation }) => (
            <tr key={`${networkSlug} ${sourceUrl}`}>
              <th scope="row">
                {networkOrganisation ? <Link to={`/organisations/${networkOrganisation.slug}`}>{network}</Link> : <bdi>{network}</bdi>}
              </th>
              <td data-label={t('affiliations.role')}>{role ? <bdi>{role}</bdi> : t('affiliations.member')}</td>
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
