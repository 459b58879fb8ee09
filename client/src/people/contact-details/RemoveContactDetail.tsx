import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct.js';
import { Form } from '../form/Form.js';
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
  const { run, isRunning, trouble } = useAct(removeContactDetail);
  const remove = async () => {
    if (await run({ input: { contactDetailId: id } })) onRemoved();
  };
  return (
    <Form submit={t('contacts.removeOne', { value })} look="danger" isRunning={isRunning} trouble={trouble} onSubmit={() => void remove()} onCancel={onClose} cancel={t('end.keep')} paths={[]}>
      {() => <p className="small">{t('contacts.removeText')}</p>}
    </Form>
  );
}
