import { useTranslation } from '../../ui/useTranslation.js';
import type { ProfileSection } from '../../generated/graphql.js';
import { useFormat } from '../../ui/format.js';

interface Props {
  confirmations: readonly { section: ProfileSection; confirmedOn: string; confirmAgainOn: string }[];
  section: ProfileSection;
}

/** Whether and when the organisation has confirmed a section; what is older than a year says so and stays. */
export function Confirmation({ confirmations, section }: Props) {
  const { t } = useTranslation('keeping');
  const format = useFormat();
  const found = confirmations.find((each) => each.section === section);
  if (!found) return <span className="tag tag--line">{t('confirmation.never')}</span>;
  const isStale = found.confirmAgainOn <= new Date().toISOString().slice(0, 10);
  const day = format.day(found.confirmedOn);
  return (
    <span className={isStale ? 'tag tag--line' : 'tag'}>{isStale ? t('confirmation.stale', { day }) : t('confirmation.on', { day })}</span>
  );
}
