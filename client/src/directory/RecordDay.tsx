import { useTranslation } from '../ui/useTranslation.js';
import { Link } from '../ui/Link.js';
import { useFormat } from '../ui/format.js';
import { PageIcon } from '../ui/icons.js';

/** As of which day a page speaks, and where its sources are listed. */
export function RecordDay({ day }: { day: string | undefined }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  return (
    <p className="record-day">
      {day ? (
        <>
          {t('record.readOn')}{' '}
          <span className="unbroken">
            <time dateTime={day}>{format.day(day)}</time>
            <Link className="source-mark" to="/sources" aria-label={t('record.sources')} title={t('record.sources')}>
              <PageIcon />
            </Link>
          </span>
        </>
      ) : (
        <span aria-hidden="true"> </span>
      )}
    </p>
  );
}
