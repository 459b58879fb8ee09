import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { ActForm } from '../form/ActForm.js';
import { TextField } from '../form/fields.js';
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
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

/** Erasing oneself: one question that names what goes and what stays, answered by typing one's address. */
export function EraseMe({ personId, email, onErased }: { personId: string; email: string; onErased(): void }) {
  const { t } = useTranslation('people');
  const client = useApolloClient();
  const [isAsking, setIsAsking] = useState(false);
  const erased = () => {
    clearAllDrafts();
    onErased();
    void client.resetStore().catch(() => undefined);
  };
  return (
    <section aria-labelledby="erase">
      <h2 id="erase" className="aside-title">
        {t('erase.title')}
      </h2>
      {isAsking ? (
        <ActForm
          mutation={erasePerson}
          title={t('erase.question')}
          submit={t('erase.act')}
          look="danger"
          cancel={t('erase.keep')}
          initial={{ email: '' }}
          inputOf={(typed) => ({ personId, ...typed })}
          paths={['email']}
          onClose={() => setIsAsking(false)}
          onDone={erased}
        >
          {({ field, values, set }) => (
            <>
              <p className="small">{t('erase.goes')}</p>
              <p className="small">{t('erase.stays')}</p>
              <TextField
                {...field('email')}
                label={t('erase.email')}
                hint={email}
                type="email"
                dir="ltr"
                autoComplete="off"
                value={values.email}
                onChange={(typed) => set('email', typed)}
              />
            </>
          )}
        </ActForm>
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
