import { useTranslation } from '../ui/useTranslation.js';
import { SeatSign } from '../ui/HalfCircle.js';
import { Link } from '../ui/Link.js';
import { PageHeading } from '../ui/PageHeading.js';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <div className="wrap">
      <header className="page-head">
        <SeatSign filled={0} />
        <PageHeading title={t('notFound.title')} />
        <p className="lede">{t('notFound.text')}</p>
        <p className="row">
          <Link className="button button--primary" to="/directory">
            {t('notFound.directory')}
          </Link>
          <Link className="button" to="/">
            {t('notFound.home')}
          </Link>
        </p>
      </header>
    </div>
  );
}
