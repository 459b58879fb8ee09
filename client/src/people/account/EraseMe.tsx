import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct.js';
import { Form } from '../form/Form.js';
import { TextField } from '../form/fields.js';
import { Opened } from '../form/Opened.js';
import { clearAllDrafts } from '../form/useDraft.js';
import { graphql } from '../../generated/index.js';

const erasePerson = graphql(`
  mutation ErasePerson($input: ErasePersonInput!) {
    erasePerson(input: $input) {
      __typename
      ... on Person {
        id
        erasedAt
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
      ... on LastAdministrator {
        message
      }
      ... on LastOperator {
        message
      }
    }
  }
`);

/** Erasing oneself: one question that names what goes and what stays, answered by typing one's address. */
export function EraseMe({ personId, email, onErased }: { personId: string; email: string; onErased(): void }) {
  const { t } = useTranslation('people');
  const client = useApolloClient();
  const { run, isRunning, trouble, forget } = useAct(erasePerson);
  const [isAsking, setIsAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const close = () => {
    setIsAsking(false);
    setTyped('');
    forget();
  };
  const erase = async () => {
    if (!(await run({ input: { personId, email: typed } }))) return;
    clearAllDrafts();
    onErased();
    await client.resetStore().catch(() => undefined);
  };
  return (
    <section aria-labelledby="erase">
      <h2 id="erase" className="aside-title">
        {t('erase.title')}
      </h2>
      {isAsking ? (
        <Opened title={t('erase.question')} onClose={close}>
          <p className="small">{t('erase.goes')}</p>
          <p className="small">{t('erase.stays')}</p>
          <Form submit={t('erase.act')} look="danger" isRunning={isRunning} trouble={trouble} onSubmit={() => void erase()} onCancel={close} cancel={t('erase.keep')} paths={['email']}>
            {(field) => <TextField {...field('email')} label={t('erase.email')} hint={email} type="email" dir="ltr" autoComplete="off" value={typed} onChange={setTyped} />}
          </Form>
        </Opened>
      ) : (
        <div className="stack">
          <p className="small quiet">{t('erase.text')}</p>
          <button type="button" className="button button--danger" onClick={() => setIsAsking(true)}>
            {t('erase.ask')}
          </button>
        </div>
      )}
    </section>
  );
}
