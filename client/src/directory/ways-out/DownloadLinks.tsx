import './ways-out.css';
import { useTranslation } from '../../ui/useTranslation.js';
import { useLanguage } from '../../ui/format.js';
import { Link } from '../../ui/Link.js';
import { withCommas, writeView } from '../directoryView.js';
import { useDirectoryView } from '../useDirectoryView.js';

const formats = ['csv', 'xlsx', 'geojson', 'vcf', 'jsonld'] as const;

/** The ways in which the list of this address leaves the portal. */
export function DownloadLinks({ onChoose }: { onChoose(): void }) {
  const { t } = useTranslation('ways-out');
  const language = useLanguage();
  const { view } = useDirectoryView();
  const filters = writeView({ ...view, layout: 'list' });
  const query = new URLSearchParams(filters);
  query.set('lang', language);
  return (
    <>
      <ul>
        {formats.map((format) => (
          <li key={format}>
            <a href={`/directory.${format}?${withCommas(query)}`} download onClick={onChoose}>
              {t(`download.${format}`)}
            </a>
          </li>
        ))}
      </ul>
      <p className="tiny quiet download__note">{t('download.public')}</p>
      <ul>
        <li>
          <Link to={`/directory/embed?${withCommas(filters)}`} onClick={onChoose}>
            {t('download.embed')}
          </Link>
        </li>
        <li>
          <a href={`/organisations.atom?lang=${language}`} onClick={onChoose}>
            {t('download.feed')}
          </a>
        </li>
      </ul>
    </>
  );
}
