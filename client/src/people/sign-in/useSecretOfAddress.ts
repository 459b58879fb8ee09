import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';

/** What stands behind `#` in the address; it is taken out of the address bar, so that nobody copies it with the address. */
export function useSecretOfAddress(): string {
  const { hash } = useLocation();
  const [secret] = useState(() => decodeURIComponent(hash.slice(1)));
  useEffect(() => {
    if (secret) history.replaceState(history.state, '', location.pathname + location.search);
  }, [secret]);
  return secret;
}
