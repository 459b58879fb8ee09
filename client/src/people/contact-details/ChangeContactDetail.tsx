import { useTranslation } from '../../ui/useTranslation.js';
import { ActForm } from '../form/ActForm.js';
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
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

/** Changes what a contact detail says and who may see it. */
export function ChangeContactDetail({
  id,
  onClose,
  onChanged,
  ...kept
}: {
  id: string;
  value: string;
  visibility: ContactVisibility;
  onClose(): void;
  onChanged(): void;
}) {
  const { t } = useTranslation('people');
  return (
    <ActForm
      mutation={changeContactDetail}
      title={t('contacts.changeOne', { value: kept.value })}
      submit={t('contacts.save')}
      look="plain"
      initial={kept}
      inputOf={(values) => ({ contactDetailId: id, ...values })}
      paths={['value']}
      onClose={onClose}
      onDone={onChanged}
    >
      {({ field, values, set }) => (
        <div className="fields">
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
