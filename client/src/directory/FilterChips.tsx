import { useTranslation } from '../ui/useTranslation.js';
import type { ChosenFilter } from './chosenFilters.js';
import { emptyView } from './directoryView.js';
import type { ChangeView } from './useDirectoryView.js';

/** The filters that are on, each to be taken away by itself, or all at once. */
export function FilterChips({ filters, onChange }: { filters: readonly ChosenFilter[]; onChange: ChangeView }) {
  const { t } = useTranslation('directory');
  if (filters.length === 0) return null;
  const { sort, layout, ...nothingChosen } = emptyView;
  return (
    <div className="chips row" role="group" aria-label={t('filters.chosen')}>
      {filters.map(({ key, label, without }) => (
        <button key={key} type="button" className="chip" onClick={() => onChange(without)}>
          <bdi>{label}</bdi> <span aria-hidden="true">×</span>
          <span className="visually-hidden">{t('filters.remove')}</span>
        </button>
      ))}
      {filters.length > 1 && (
        <button type="button" className="button button--quiet" onClick={() => onChange(nothingChosen)}>
          {t('filters.clear', { count: filters.length })}
        </button>
      )}
    </div>
  );
}
