import { useTranslation } from './useTranslation.js';
import { Link } from './Link.js';

/** The way back up; the last step is this page. */
export function Breadcrumb({ steps }: { steps: readonly { label: string; to?: string }[] }) {
  const { t } = useTranslation('ui');
  return (
    <nav className="breadcrumb wrap" aria-label={t('breadcrumb')}>
      <ol>
        {steps.map(({ label, to }) => (
          <li key={label} {...(!to && { 'aria-current': 'page' })}>
            {to ? <Link to={to}>{label}</Link> : <bdi>{label}</bdi>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
