import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { Link } from '../../ui/Link.js';
import { useAct } from '../acts/useAct.js';
import { Form } from '../form/Form.js';
import { TextField } from '../form/fields.js';
import { graphql } from '../../generated/index.js';
import { Moment } from '../Moment.js';
import type { LinkSent } from './EmailForm.js';
import { useArrive } from './useArrive.js';

const confirmSignInCode = graphql(`
  mutation ConfirmSignInCode($input: ConfirmSignInCodeInput!) {
    confirmSignInCode(input: $input) {
      __typename
      ... on Viewer {
        person {
          id
        }
      }
      ... on Refusal {
        message
        ...WrongFields
      }
      ... on WrongCode {
        triesLeft
      }
    }
  }
`);

/** What to do with the mail that was asked for: open its link in this browser, or type its code here when it is read elsewhere. */
export function CodeForm({
  sent,
  back,
  isDemonstration,
  onAnew,
}: {
  sent: LinkSent;
  back: string | undefined;
  isDemonstration: boolean;
  onAnew(): void;
}) {
  const { t } = useTranslation('people');
  const { run, isRunning, trouble } = useAct(confirmSignInCode);
  const [code, setCode] = useState('');
  const arrive = useArrive();
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => said.current?.focus(), []);
  const confirm = async () => {
    if (await run({ input: { code } })) await arrive(back);
  };
  const needsAnother = trouble?.kind === 'refused' && trouble.refusal.__typename === 'NoLinkRequested';
  return (
    <div className="stack">
      <div ref={said} role="status" tabIndex={-1} className="stack prose">
        <p>{t('signIn.sent', { email: sent.email })}</p>
        <p>
          {t('signIn.goodUntil')} <Moment at={sent.expiresAt} />
        </p>
        {isDemonstration && (
          <p className="notice">
            <span>{t('signIn.inOutbox')}</span> <Link to="/outbox">{t('outbox.open')}</Link>
          </p>
        )}
      </div>
      <Form
        submit={t('signIn.confirm')}
        isRunning={isRunning}
        trouble={trouble}
        onSubmit={() => void confirm()}
        paths={['code']}
        onCancel={onAnew}
        cancel={t('signIn.anew')}
        way={
          needsAnother && (
            <button type="button" className="link-button" onClick={onAnew}>
              {t('signIn.anotherMail')}
            </button>
          )
        }
      >
        {(field) => (
          <TextField
            {...field('code')}
            label={t('signIn.code')}
            hint={t('signIn.codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            value={code}
            onChange={setCode}
          />
        )}
      </Form>
    </div>
  );
}
