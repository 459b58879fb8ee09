import { useTranslation } from '../ui/useTranslation.js';
import type { Confidence } from '../generated/graphql.js';

const barsByConfidence: Readonly<Record<Confidence, number>> = { HIGH: 3, MEDIUM: 2, LOW: 1 };

/** How sure a reading is, in bars and in words. */
export function Trust({ confidence }: { confidence: Confidence }) {
  const { t } = useTranslation('directory');
  return (
    <span className="trust-words">
      <span className="trust" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <i key={bar} className={bar <= barsByConfidence[confidence] ? 'is-on' : undefined} />
        ))}
      </span>{' '}
      {t(`confidence.${confidence}`)}
    </span>
  );
}
