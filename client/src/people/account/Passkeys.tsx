import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useAct } from '../acts/useAct.js';
import { ActForm } from '../form/ActForm.js';
import { Form } from '../form/Form.js';
import { TextField } from '../form/fields.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { Moment } from '../Moment.js';
import { canUsePasskeys, makePasskey, type PasskeyStopped } from '../passkeys.js';

const passkeysFragment = graphql(`
  fragment Passkeys on Viewer {
    passkeys {
      id
      name
      addedAt
      lastUsedAt
    }
  }
`);

const prepareToAddPasskey = graphql(`
  mutation PrepareToAddPasskey {
    prepareToAddPasskey {
      __typename
      ... on PasskeyChallenge {
        options
      }
    }
  }
`);

const addPasskey = graphql(`
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      __typename
      ... on Passkey {
        id
        name
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

const removePasskey = graphql(`
  mutation RemovePasskey($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      __typename
      ... on Viewer {
        passkeys {
          id
        }
      }
    }
  }
`);

/** The keys by which the reader signs in without a mail. */
export function Passkeys({ viewer, onChange }: { viewer: FragmentType<typeof passkeysFragment>; onChange(): void }) {
  const { t } = useTranslation('people');
  const { passkeys } = readFragment(passkeysFragment, viewer);
  const [going, setGoing] = useState<string>();
  const removed = () => {
    setGoing(undefined);
    onChange();
  };
  return (
    <section className="section people-section" aria-labelledby="passkeys">
      <div className="section__head">
        <h2 id="passkeys">{t('passkeys.title')}</h2>
      </div>
      <p className="prose small quiet">{t('passkeys.text')}</p>
      {passkeys.length === 0 ? (
        <p className="not-stated">{t('passkeys.none')}</p>
      ) : (
        <ul className="lines people-lines">
          {passkeys.map(({ id, name, addedAt, lastUsedAt }) => (
            <li key={id}>
              <div>
                <h3>
                  <bdi>{name}</bdi>
                </h3>
                <p className="small quiet">
                  {t('passkeys.added')} <Moment at={addedAt} /> · {lastUsedAt ? t('passkeys.lastUsed') : t('passkeys.neverUsed')}{' '}
                  {lastUsedAt && <Moment at={lastUsedAt} />}
                </p>
              </div>
              {going === id ? (
                <ActForm
                  mutation={removePasskey}
                  title={t('passkeys.removeQuestion', { name })}
                  submit={t('passkeys.remove', { name })}
                  look="danger"
                  cancel={t('passkeys.keep')}
                  initial={{}}
                  inputOf={() => ({ passkeyId: id })}
                  onClose={() => setGoing(undefined)}
                  onDone={removed}
                >
                  {() => <p className="small">{t('passkeys.removeText')}</p>}
                </ActForm>
              ) : (
                <button type="button" className="button" onClick={() => setGoing(id)}>
                  {t('passkeys.remove', { name })}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {canUsePasskeys() ? <AddPasskey onAdded={onChange} /> : <p className="small quiet">{t('passkey.unsupported')}</p>}
    </section>
  );
}

function AddPasskey({ onAdded }: { onAdded(): void }) {
  const { t } = useTranslation('people');
  const prepare = useAct(prepareToAddPasskey);
  const add = useAct(addPasskey);
  const [name, setName] = useState('');
  const [said, setSaid] = useState<PasskeyStopped | 'ADDED'>();
  const make = async () => {
    setSaid(undefined);
    add.forget();
    const challenge = await prepare.run({});
    if (!challenge) return;
    const made = await makePasskey(challenge.options);
    if (!made.response) {
      setSaid(made.stopped);
    } else if (await add.run({ input: { response: made.response, name } })) {
      setName('');
      setSaid('ADDED');
      onAdded();
    }
  };
  return (
    <Form
      submit={t('passkeys.add')}
      look="plain"
      isRunning={prepare.isRunning || add.isRunning}
      trouble={prepare.trouble ?? add.trouble}
      onSubmit={() => void make()}
      paths={['name']}
    >
      {(field) => (
        <>
          <TextField {...field('name')} label={t('passkeys.name')} hint={t('passkeys.nameHint')} value={name} onChange={setName} />
          <p role="status" className="small">
            {said && (said === 'ADDED' ? t('passkeys.addedNow') : t(`passkeyStopped.${said}`))}
          </p>
        </>
      )}
    </Form>
  );
}
