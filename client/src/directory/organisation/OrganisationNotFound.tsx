import { useTranslation } from '../../ui/useTranslation.js';
import { SeatSign } from '../../ui/HalfCircle.js';
import { Link } from '../../ui/Link.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { addressOf } from '../directoryView.js';

/** No such organisation: offers to search for the words of the address. */
export function OrganisationNotFound({ slug }: { slug: string }) {
  const { t } = useTranslation('organisation');
  const words = slug.replaceAll('-', ' ').trim();
  return (
    <div className="wrap">
      <header className="page-head">
        <SeatSign filled={0} />
        <PageHeading title={t('organisation.none')} />
        <p className="lede">{t('organisation.noneText')}</p>
        <p className="row">
          <Link className="button button--primary" to={addressOf({ search: words })}>
            {t('organisation.search', { words })}
          </Link>
          <Link className="button" to="/directory">
            {t('organisation.all')}
          </Link>
        </p>
      </header>
    </div>
  );
}
