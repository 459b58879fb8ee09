import { useTranslation } from '../ui/useTranslation.js';
import { Link } from '../ui/Link.js';
import { addressOf, type DirectoryView } from './directoryView.js';

/** How many of the list are on no map, and the way to them. */
export function UnplacedPanel({ count, view, page }: { count: number; view: DirectoryView; page?: string }) {
  const { t } = useTranslation('directory');
  if (count === 0) return null;
  return (
    <p className="panel small unplaced">
      <strong>{t('unplaced.count', { count })}</strong> {t('unplaced.why')}{' '}
      <Link to={addressOf({ ...view, countries: [], regions: [], within: undefined, withoutCountry: true }, page)}>
        {t('unplaced.see', { count })}
      </Link>
    </p>
  );
}
