import { useTranslation } from '../ui/useTranslation.js';
import { Link } from '../ui/Link.js';

const seats = [
  [27, 60],
  [4, 60],
  [8.6, 40],
  [21.3, 24],
  [38.5, 40.1],
  [39.8, 15.2],
  [60.2, 15.2],
  [61.5, 40.1],
  [78.7, 24],
  [91.4, 40],
  [73, 60],
  [96, 60],
] as const;

export function Brand() {
  const { t } = useTranslation('app');
  return (
    <Link className="brand" to="/">
      <svg viewBox="0 0 100 66" aria-hidden="true" fill="currentColor">
        {seats.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="6.2" />
        ))}
      </svg>
      <span>{t('brand')}</span>
    </Link>
  );
}
