import { useTranslation } from '../ui/useTranslation.js';
import { SeatSign } from '../ui/HalfCircle.js';
import { PageHeading } from '../ui/PageHeading.js';

/** Stands in for a page whose program has failed. */
export function FaultPage() {
  const { t } = useTranslation('app');
  return (
    <div className="wrap">
      <header className="page-head" role="alert">
        <SeatSign filled={10} />
        <PageHeading title={t('fault.title')} />
        <p className="lede">{t('fault.text')}</p>
        <p>
          <button type="button" className="button button--primary" onClick={() => location.reload()}>
            {t('fault.reload')}
          </button>
        </p>
      </header>
    </div>
  );
}
