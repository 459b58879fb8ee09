import { ActForm } from '../form/ActForm.js';
import { TextField } from '../form/fields.js';
import type { ConsentPurpose } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { useChildWords } from './useChildWords.js';
import { PurposeField } from './PurposeField.js';
import type { ReadRecord } from './RecordEntry.js';

const withdrawConsent = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      __typename
      ... on ConsentWithdrawn {
        pseudonym
        purpose
        withdrawnAt
        record {
          id
          ...ChildRecordEntry
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

interface Props {
  /** Of whom; typed by the reader without it. */
  pseudonym?: string;
  purposes: readonly ConsentPurpose[];
  onClose(): void;
  onWithdrawn(words: string, record: ReadRecord | undefined): void;
}

/** Takes a consent back at the wish of the child or the guardian; it needs nobody's agreement, and hides at once. */
export function WithdrawConsentForm({ pseudonym, purposes, onClose, onWithdrawn }: Props) {
  const { t } = useChildWords();
  return (
    <ActForm
      mutation={withdrawConsent}
      title={pseudonym ? t('withdraw.questionOf', { pseudonym }) : t('withdraw.question')}
      submit={t('withdraw.act')}
      look="danger"
      cancel={t('withdraw.keep')}
      initial={{ pseudonym: pseudonym ?? '', purpose: purposes[0] ?? ('PUBLICATION' as ConsentPurpose) }}
      inputOf={(values) => values}
      paths={['pseudonym']}
      onClose={onClose}
      onDone={(done) =>
        onWithdrawn(t('withdraw.done', { pseudonym: done.pseudonym, purpose: t(`purpose.${done.purpose}`) }), done.record ?? undefined)
      }
    >
      {({ field, values, set }) => (
        <>
          <p className="small">{t('withdraw.text')}</p>
          <div className="fields">
            {!pseudonym && (
              <TextField
                {...field('pseudonym')}
                label={t('record.pseudonym')}
                autoComplete="off"
                value={values.pseudonym}
                onChange={(typed) => set('pseudonym', typed)}
              />
            )}
            <PurposeField
              {...field('purpose')}
              purposes={purposes}
              value={values.purpose}
              onChange={(purpose) => set('purpose', purpose)}
            />
          </div>
        </>
      )}
    </ActForm>
  );
}
