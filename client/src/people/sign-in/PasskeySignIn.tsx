import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { TroubleNotice } from '../acts/TroubleNotice.js';
import { useAct } from '../acts/useAct.js';
import { graphql } from '../../generated/index.js';
import { askPasskey, canUsePasskeys, type PasskeyStopped } from '../passkeys.js';
import { useArrive } from './useArrive.js';

const prepareToSignInWithPasskey = graphql(`
  mutation PrepareToSignInWithPasskey {
    prepareToSignInWithPasskey {
      __typename
      ... on PasskeyChallenge {
        options
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const signInWithPasskey = graphql(`
  mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {
    signInWithPasskey(input: $input) {
      __typename
      ... on Viewer {
        person {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** Signs in by a key that a phone, a computer or a stick keeps. */
export function PasskeySignIn({ back }: { back: string | undefined }) {
  const { t } = useTranslation('people');
  const prepare = useAct(prepareToSignInWithPasskey);
  const finish = useAct(signInWithPasskey);
  const [stopped, setStopped] = useState<PasskeyStopped>();
  const arrive = useArrive();
  const signIn = async () => {
    setStopped(undefined);
    finish.forget();
    const challenge = await prepare.run({});
    if (!challenge) return;
    const answer = await askPasskey(challenge.options);
    if (!answer.response) setStopped(answer.stopped);
    else if (await finish.run({ input: { response: answer.response } })) await arrive(back);
  };
  if (!canUsePasskeys()) return <p className="small quiet">{t('passkey.unsupported')}</p>;
  return (
    <div className="stack">
      <p className="small quiet">{t('signIn.passkeyText')}</p>
      <TroubleNotice trouble={prepare.trouble ?? finish.trouble} />
      {stopped && (
        <p className="small" role="status">
          {t(`passkeyStopped.${stopped}`)}
        </p>
      )}
      <button type="button" className="button" aria-disabled={prepare.isRunning || finish.isRunning} onClick={() => void signIn()}>
        {t('signIn.withPasskey')}
      </button>
    </div>
  );
}
