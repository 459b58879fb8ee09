import { useTranslation } from '../../ui/useTranslation.js';
import { ActForm } from '../form/ActForm.js';
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
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

const kinds: readonly ContactKind[] = ['EMAIL', 'PHONE', 'MESSENGER', 'WEBSITE', 'POSTAL_ADDRESS'];

/** Adds a way to reach the reader or the organisation; at first only those who are signed in see it. */
export function AddContactDetail({
  organisationId,
  onClose,
  onAdded,
}: {
  organisationId: string | undefined;
  onClose(): void;
  onAdded(): void;
}) {
  const { t } = useTranslation('people');
  return (
    <ActForm
      mutation={addContactDetail}
      title={t('contacts.add')}
      submit={t('contacts.addAct')}
      look="plain"
      initial={{ kind: 'EMAIL' as ContactKind, value: '', visibility: 'MEMBERS' as ContactVisibility }}
      inputOf={(values) => ({ ...values, ...(organisationId && { organisationId }) })}
      paths={['value']}
      onClose={onClose}
      onDone={onAdded}
    >
      {({ field, values, set }) => (
        <div className="fields">
          <SelectField<ContactKind>
            {...field('kind')}
            label={t('contacts.kind')}
            value={values.kind}
            onChange={(kind) => set('kind', kind)}
            options={kinds.map((one) => ({ value: one, label: t(`contactKind.${one}`) }))}
          />
          <TextField
            {...field('value')}
            label={t('contacts.value')}
            dir="auto"
            value={values.value}
            onChange={(value) => set('value', value)}
          />
          <VisibilityField {...field('visibility')} value={values.visibility} onChange={(visibility) => set('visibility', visibility)} />
        </div>
      )}
    </ActForm>
  );
}
