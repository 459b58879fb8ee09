import { useChildWords } from './useChildWords.js';

/** Says of the demonstration network that no child in it is real. */
export function InventedNotice() {
  const { t } = useChildWords();
  return <p className="notice said">{t('advisors.invented')}</p>;
}
