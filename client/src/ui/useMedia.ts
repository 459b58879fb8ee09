import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window answers a media query, for what CSS alone cannot arrange, such as the order in which things are read. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** From here on three columns stand side by side. */
export const wide = '(min-width: 62rem)';
