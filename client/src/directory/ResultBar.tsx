import { useTranslation } from '../ui/useTranslation.js';
import type { OrganisationSort } from '../generated/graphql.js';
import { Link } from '../ui/Link.js';
import { useFormat } from '../ui/format.js';
import { ListIcon, TableIcon } from '../ui/icons.js';
import { addressOf, type DirectoryView } from './directoryView.js';
import type { ChangeView } from './useDirectoryView.js';

interface Props {
  /** How many fit; undefined until it is known. */
  total: number | undefined;
  isLoading: boolean;
  view: DirectoryView;
  sort: OrganisationSort;
  onChange: ChangeView;
}

/** How many there are, said aloud as well; their order; and whether they stand as a list or a table. */
export function ResultBar({ total, isLoading, view, sort, onChange }: Props) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const sorts = (['RELEVANCE', 'NAME', 'COUNTRY'] as const).filter((value) => value !== 'RELEVANCE' || view.search !== '');
  return (
    <div className="directory__bar">
      <h2 id="results" className="directory__count">
        {total === undefined ? (
          <span>{t('list.title')}</span>
        ) : (
          <>
            <Link className="number" to={addressOf(view)}>
              {format.number(total)}
            </Link>{' '}
            <span>{t('organisations.noun', { count: total })}</span>
          </>
        )}
      </h2>
      <p className="visually-hidden" role="status">
        {total !== undefined && !isLoading && t('organisations.found', { count: total })}
      </p>
      <div className="row directory__order">
        <select
          className="select"
          aria-label={t('sort.label')}
          value={sort}
          onChange={(event) => onChange({ sort: sorts.find((value) => value === event.target.value) })}
        >
          {sorts.map((value) => (
            <option key={value} value={value}>
              {t(`sort.${value}`)}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button button--quiet"
          onClick={() => onChange({ layout: view.layout === 'table' ? 'list' : 'table' }, { replace: true })}
        >
          {view.layout === 'table' ? <ListIcon /> : <TableIcon />}
          {view.layout === 'table' ? t('layout.list') : t('layout.table')}
        </button>
      </div>
    </div>
  );
}
