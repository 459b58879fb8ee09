import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct.js';
import { Form } from '../form/Form.js';
import { SelectField, TextField } from '../form/fields.js';
import type { ContactKind, ContactVisibility } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { VisibilityField } from './VisibilityField.js';

const addContactDetail = graphql(`
  mutation AddContactDetail($input: AddContactDetailInput!) {
    addContactDetail(input: $input) {
      __typename
      ... on ContactDetail {
        id
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
      ... on TooManyContactDetails {
        message
      }
    }
  }
`);

const kinds: readonly ContactKind[] = ['EMAIL', 'PHONE', 'MESSENGER', 'WEBSITE', 'POSTAL_ADDRESS'];

/** Adds a way to reach the reader or the organisation; at first only those who are signed in see it. */
export function AddContactDetail({ organisationId, onClose, onAdded }: { organisationId: string | undefined; onClose(): void; onAdded(): void }) {
  const { t } = useTranslation('people');
  const { run, isRunning, trouble } = useAct(addContactDetail);
  const [kind, setKind] = useState<ContactKind>('EMAIL');
  const [value, setValue] = useState('');
  const [visibility, setVisibility] = useState<ContactVisibility>('MEMBERS');
  const add = async () => {
    if (await run({ input: { kind, value, visibility, ...(organisationId && { organisationId }) } })) onAdded();
  };
  return (
    <Form submit={t('contacts.addAct')} look="plain" isRunning={isRunning} trouble={trouble} onSubmit={() => void add()} onCancel={onClose} paths={['value']}>
      {(field) => (
        <div className="fields">
          <SelectField<ContactKind> {...field('kind')} label={t('contacts.kind')} value={kind} onChange={setKind} options={kinds.map((one) => ({ value: one, label: t(`contactKind.${one}`) }))} />
          <TextField {...field('value')} label={t('contacts.value')} dir="auto" value={value} onChange={setValue} />
          <VisibilityField {...field('visibility')} value={visibility} onChange={setVisibility} />
        </div>
      )}
    </Form>
  );
}
