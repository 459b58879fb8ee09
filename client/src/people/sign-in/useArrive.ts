import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { takeWayBack } from './wayBack.js';

/** Goes on as the person who has just signed in: everything is asked anew, since more of it may be open now. */
export function useArrive(): (back?: string) => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  return useCallback(
    async (back) => {
      const kept = takeWayBack();
      await client.resetStore().catch(() => undefined);
      await navigate(back ?? kept ?? '/account', { replace: true });
    },
    [client, navigate],
  );
}
