import { ActForm } from '../form/ActForm.js';
import { ReasonField } from '../form/fields.js';
import { graphql } from '../../generated/index.js';
import { useChildWords } from './useChildWords.js';

const refuseToOpen = graphql(`
  mutation RefuseToOpenChildRecords($input: RefuseToOpenChildRecordsInput!) {
    refuseToOpenChildRecords(input: $input) {
      __typename
      ... on ChildRecordsOpening {
        ...Opening
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

/** Says no to opening the restricted store, with the reason that the one who asked reads. */
export function RefuseForm({ openingId, onClose, onRefused }: { openingId: string; onClose(): void; onRefused(): void }) {
  const { t } = useChildWords();
  return (
    <ActForm
      mutation={refuseToOpen}
      title={t('opening.refuseQuestion')}
      submit={t('opening.refuse')}
      look="danger"
      initial={{ reason: '' }}
      inputOf={(values) => ({ openingId, ...values })}
      paths={['reason']}
      onClose={onClose}
      onDone={onRefused}
    >
      {({ field, values, set }) => (
        <ReasonField
          {...field('reason')}
          label={t('opening.refuseReason')}
          hint={t('opening.refuseReasonHint')}
          value={values.reason}
          onChange={(reason) => set('reason', reason)}
        />
      )}
    </ActForm>
  );
}
