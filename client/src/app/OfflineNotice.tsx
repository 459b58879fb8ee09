import { useSyncExternalStore } from 'react';
import { useTranslation } from '../ui/useTranslation.js';

function subscribe(onChange: () => void) {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}

/** Says so while the device has no line; what is on the page stays. */
export function OfflineNotice() {
  const { t } = useTranslation('app');
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {!isOnline && (
        <p className="notice notice--bad wrap">
          <strong>{t('offline.title')}</strong> <span>{t('offline.text')}</span>
        </p>
      )}
    </div>
  );
}
