import { useTranslation } from '../ui/useTranslation.js';
import { graphql, readFragment, type FragmentType } from '../generated/index.js';
import type { OrganisationSort } from '../generated/graphql.js';
import { Link } from '../ui/Link.js';
import { useFormat } from '../ui/format.js';
import { NamedSource } from '../ui/SourceMark.js';

const organisationRow = graphql(`
  fragment OrganisationRow on Organisation {
    id
    slug
    name
    level
    country
    confidence
    isFictional
    affiliations {
      network
      sourceUrl
    }
  }
`);

interface Props {
  organisations: readonly FragmentType<typeof organisationRow>[];
  sort: OrganisationSort;
  onSort(sort: OrganisationSort): void;
}

/** The same list by columns, for comparing. Its heads sort by what the server can sort. */
export function OrganisationTable({ organisations, sort, onSort }: Props) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const sortable = (by: OrganisationSort, label: string) => (
    <th scope="col" aria-sort={sort === by ? 'ascending' : undefined}>
      <button type="button" className="sort" onClick={() => onSort(by)}>
        {label} {sort === by && <span aria-hidden="true">↑</span>}
      </button>
    </th>
  );
  return (
    // A box that scrolls sideways on a narrow screen must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-box" role="group" aria-label={t('list.title')} tabIndex={0}>
      <table className="table table--stacks">
        <thead>
          <tr>
            {sortable('NAME', t('column.name'))}
            {sortable('COUNTRY', t('column.country'))}
            <th scope="col">{t('column.level')}</th>
            <th scope="col">{t('column.networks')}</th>
            <th scope="col">{t('column.confidence')}</th>
            <th scope="col">{t('column.source')}</th>
          </tr>
        </thead>
        <tbody>
          {readFragment(organisationRow, organisations).map(({ id, slug, name, level, country, confidence, isFictional, affiliations }) => (
            <tr key={id}>
              <th scope="row">
                <Link className="strong" to={`/organisations/${slug}`}>
                  <bdi>{name}</bdi>
                </Link>{' '}
                {isFictional && <span className="tag tag--line">{t('fictional')}</span>}
              </th>
              <td data-label={t('column.country')}>
                {country ? format.country(country) : <span className="not-stated">{t('country.notStated')}</span>}
              </td>
              <td data-label={t('column.level')}>{t(`level.${level}`)}</td>
              <td data-label={t('column.networks')}>
                <bdi>{affiliations.map(({ network }) => network).join(' · ')}</bdi>
              </td>
              <td data-label={t('column.confidence')}>{t(`confidence.${confidence}`)}</td>
              <td data-label={t('column.source')}>{affiliations[0] && <NamedSource url={affiliations[0].sourceUrl} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
