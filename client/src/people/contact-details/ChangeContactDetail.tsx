import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct.js';
import { Form } from '../form/Form.js';
import { TextField } from '../form/fields.js';
import type { ContactVisibility } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { VisibilityField } from './VisibilityField.js';

const changeContactDetail = graphql(`
  mutation ChangeContactDetail($input: ChangeContactDetailInput!) {
    changeContactDetail(input: $input) {
      __typename
      ... on ContactDetail {
        ...ContactDetailEntry
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

/** Changes what a contact detail says and who may see it. */
export function ChangeContactDetail({ id, onClose, onChanged, ...kept }: { id: string; value: string; visibility: ContactVisibility; onClose(): void; onChanged(): void }) {
  const { t } = useTranslation('people');
  const { run, isRunning, trouble } = useAct(changeContactDetail);
  const [value, setValue] = useState(kept.value);
  const [visibility, setVisibility] = useState(kept.visibility);
  const change = async () => {
    if (await run({ input: { contactDetailId: id, value, visibility } })) onChanged();
  };
  return (
    <Form submit={t('contacts.save')} look="plain" isRunning={isRunning} trouble={trouble} onSubmit={() => void change()} onCancel={onClose} paths={['value']}>
      {(field) => (
        <div className="fields">
          <TextField {...field('value')} label={t('contacts.value')} dir="auto" value={value} onChange={setValue} />
          <VisibilityField {...field('visibility')} value={visibility} onChange={setVisibility} />
        </div>
      )}
    </Form>
  );
}
