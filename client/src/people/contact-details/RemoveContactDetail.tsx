import { useTranslation } from '../../ui/useTranslation.js';
import { ActForm } from '../form/ActForm.js';
import { graphql } from '../../generated/index.js';

const removeContactDetail = graphql(`
  mutation RemoveContactDetail($input: RemoveContactDetailInput!) {
    removeContactDetail(input: $input) {
      __typename
      ... on ContactDetailRemoved {
        contactDetailId
      }
    }
  }
`);

/** Asks once before a contact detail goes. */
export function RemoveContactDetail({ id, value, onClose, onRemoved }: { id: string; value: string; onClose(): void; onRemoved(): void }) {
  const { t } = useTranslation('people');
  return (
    <ActForm
      mutation={removeContactDetail}
      title={t('contacts.removeQuestion', { value })}
      submit={t('contacts.removeOne', { value })}
      look="danger"
      cancel={t('end.keep')}
      initial={{}}
      inputOf={() => ({ contactDetailId: id })}
      onClose={onClose}
      onDone={onRemoved}
    >
      {() => <p className="small">{t('contacts.removeText')}</p>}
    </ActForm>
  );
}
