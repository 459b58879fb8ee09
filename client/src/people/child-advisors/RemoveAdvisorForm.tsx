import { ActForm } from '../form/ActForm.js';
import { ReasonField } from '../form/fields.js';
import { graphql } from '../../generated/index.js';
import { useChildWords } from './useChildWords.js';

const removeChildAdvisor = graphql(`
  mutation RemoveChildAdvisor($input: RemoveChildAdvisorInput!) {
    removeChildAdvisor(input: $input) {
      __typename
      ... on ChildRecordRemoved {
        removedAt
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

/** Asks once, with a reason, before everything about a child advisor goes. */
export function RemoveAdvisorForm({
  recordId,
  pseudonym,
  onClose,
  onRemoved,
}: {
  recordId: string;
  pseudonym: string;
  onClose(): void;
  onRemoved(): void;
}) {
  const { t } = useChildWords();
  return (
    <ActForm
      mutation={removeChildAdvisor}
      title={t('remove.question', { pseudonym })}
      submit={t('remove.act')}
      look="danger"
      cancel={t('withdraw.keep')}
      initial={{ reason: '' }}
      inputOf={(values) => ({ childRecordId: recordId, ...values })}
      paths={['reason']}
      onClose={onClose}
      onDone={onRemoved}
    >
      {({ field, values, set }) => (
        <>
          <p className="small">{t('remove.text')}</p>
          <ReasonField
            {...field('reason')}
            label={t('opening.reason')}
            hint={t('opening.reasonHint')}
            value={values.reason}
            onChange={(reason) => set('reason', reason)}
          />
        </>
      )}
    </ActForm>
  );
}
