import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useAct } from '../acts/useAct.js';
import { Form } from '../form/Form.js';
import { TextField } from '../form/fields.js';
import { graphql } from '../../generated/index.js';
import { keepWayBack } from './wayBack.js';

const requestSignInLink = graphql(`
  mutation RequestSignInLink($input: RequestSignInLinkInput!) {
    requestSignInLink(input: $input) {
      __typename
      ... on SignInLinkRequested {
        email
        expiresAt
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

export interface LinkSent {
  readonly email: string;
  readonly expiresAt: string;
}

/** Asks for a mail with a link and a code. */
export function EmailForm({ back, known, onSent }: { back: string | undefined; known: string; onSent(sent: LinkSent): void }) {
  const { t } = useTranslation('people');
  const { run, isRunning, trouble } = useAct(requestSignInLink);
  const [email, setEmail] = useState(known);
  const send = async () => {
    const sent = await run({ input: { email } });
    if (!sent) return;
    keepWayBack(back);
    onSent(sent);
  };
  return (
    <Form submit={t('signIn.send')} isRunning={isRunning} trouble={trouble} onSubmit={() => void send()} paths={['email']}>
      {(field) => (
        <TextField
          {...field('email')}
          label={t('signIn.email')}
          type="email"
          autoComplete="username webauthn"
          inputMode="email"
          dir="ltr"
          value={email}
          onChange={setEmail}
        />
      )}
    </Form>
  );
}
