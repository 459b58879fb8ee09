import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { useAct } from '../acts/useAct.js';
import { clearAllDrafts } from '../form/useDraft.js';
import { graphql } from '../../generated/index.js';
import { takeWayBack } from './wayBack.js';

const signOutHere = graphql(`
  mutation SignOut {
    signOut {
      __typename
      ... on SignedOut {
        sessionsEnded
      }
    }
  }
`);

const signOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      __typename
      ... on SignedOut {
        sessionsEnded
      }
    }
  }
`);

/** Signs out and forgets, in this tab, all that only the person may see. */
export function useSignOut(where: 'here' | 'everywhere') {
  const client = useApolloClient();
  const navigate = useNavigate();
  const here = useAct(signOutHere);
  const everywhere = useAct(signOutEverywhere);
  const { isRunning, trouble } = where === 'here' ? here : everywhere;
  const signOut = async () => {
    if (!(await (where === 'here' ? here : everywhere).run({}))) return;
    clearAllDrafts();
    takeWayBack();
    await navigate('/sign-in');
    await client.resetStore().catch(() => undefined);
  };
  return { signOut, isRunning, trouble };
}
