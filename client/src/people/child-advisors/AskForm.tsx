import { useAct } from '../acts/useAct.js';
import { ReasonField } from '../form/fields.js';
import { Form } from '../form/Form.js';
import { useDraft } from '../form/useDraft.js';
import { graphql } from '../../generated/index.js';
import { useChildWords } from './useChildWords.js';

const askToOpen = graphql(`
  mutation AskToOpenChildRecords($input: AskToOpenChildRecordsInput!) {
    askToOpenChildRecords(input: $input) {
      __typename
      ... on ChildRecordsOpening {
        ...Opening
      }
      ... on Refusal {
        message
        ...WrongFields
      }
      ... on OpeningUnderWay {
        opening {
          ...Opening
        }
      }
    }
  }
`);

/** Asks the other designated person, with a reason, to open the restricted store together. */
export function AskForm({ viewerId, onAsked }: { viewerId: string; onAsked(): void }) {
  const { t } = useChildWords();
  const { run, isRunning, trouble } = useAct(askToOpen);
  const { values, set, clear } = useDraft(`opening ${viewerId}`, { reason: '' });
  const ask = async () => {
    if (!(await run({ input: values }))) return;
    clear();
    onAsked();
  };
  return (
    <Form submit={t('opening.ask')} isRunning={isRunning} trouble={trouble} onSubmit={() => void ask()} paths={['reason']}>
      {(field) => (
        <ReasonField
          {...field('reason')}
          label={t('opening.reason')}
          hint={t('opening.reasonHint')}
          value={values.reason}
          onChange={(reason) => set('reason', reason)}
        />
      )}
    </Form>
  );
}
