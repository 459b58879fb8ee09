import { ActForm } from '../form/ActForm.js';
import { TextField } from '../form/fields.js';
import type { ConsentPurpose } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { PurposeField } from './PurposeField.js';
import { purposes } from './purposes.js';
import type { ReadRecord } from './RecordEntry.js';
import { useChildWords } from './useChildWords.js';

const recordConsent = graphql(`
  mutation RecordConsent($input: RecordConsentInput!) {
    recordConsent(input: $input) {
      __typename
      ... on ChildRecord {
        id
        ...ChildRecordEntry
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

interface Props {
  recordId: string;
  pseudonym: string;
  onClose(): void;
  onRecorded(words: string, record: ReadRecord): void;
}

/** Records that a child and a guardian have both signed for one purpose, and until when it holds. */
export function RecordConsentForm({ recordId, pseudonym, onClose, onRecorded }: Props) {
  const { t } = useChildWords();
  return (
    <ActForm
      mutation={recordConsent}
      title={t('consent.question', { pseudonym })}
      submit={t('consent.act')}
      initial={{ purpose: 'PARTICIPATION' as ConsentPurpose, childSignedOn: '', guardianSignedOn: '', expiresOn: '' }}
      inputOf={(values) => ({ childRecordId: recordId, ...values })}
      paths={['childSignedOn', 'guardianSignedOn', 'expiresOn']}
      wanted={['childSignedOn', 'guardianSignedOn', 'expiresOn']}
      onClose={onClose}
      onDone={(record) => onRecorded(t('consent.done', { pseudonym }), record)}
    >
      {({ field, values, set }) => (
        <div className="fields">
          <PurposeField {...field('purpose')} purposes={purposes} value={values.purpose} onChange={(purpose) => set('purpose', purpose)} />
          <TextField
            {...field('childSignedOn')}
            label={t('consent.childSigned')}
            type="date"
            value={values.childSignedOn}
            onChange={(day) => set('childSignedOn', day)}
          />
          <TextField
            {...field('guardianSignedOn')}
            label={t('consent.guardianSigned')}
            type="date"
            value={values.guardianSignedOn}
            onChange={(day) => set('guardianSignedOn', day)}
          />
          <TextField
            {...field('expiresOn')}
            label={t('consent.expires')}
            hint={t('consent.expiresHint')}
            type="date"
            value={values.expiresOn}
            onChange={(day) => set('expiresOn', day)}
          />
        </div>
      )}
    </ActForm>
  );
}
