import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct.js';
import { Form } from '../form/Form.js';
import { ReasonField } from '../form/fields.js';
import { graphql } from '../../generated/index.js';

const endSeatHolding = graphql(`
  mutation EndSeatHolding($input: EndSeatHoldingInput!) {
    endSeatHolding(input: $input) {
      __typename
      ... on SeatHolding {
        id
        endedAt
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
      ... on SeatChangedMeanwhile {
        message
        seatNow {
          id
          holder {
            id
            isAdministrator
            startedAt
            viewerCanEnd
            viewerCanSetAdministrator
            person {
              id
              name
              isFictional
            }
          }
        }
      }
      ... on LastAdministrator {
        message
      }
    }
  }
`);

/** Asks once before somebody stops holding a seat; the seat stays, vacant, with its history. */
export function EndHoldingForm({ holdingId, isOwn, mustGiveReason, onClose, onEnded }: { holdingId: string; isOwn: boolean; mustGiveReason: boolean; onClose(): void; onEnded(): void }) {
  const { t } = useTranslation('people');
  const { run, isRunning, trouble } = useAct(endSeatHolding);
  const [reason, setReason] = useState('');
  const end = async () => {
    if (await run({ input: { holdingId, ...(reason && { reason }) } })) onEnded();
  };
  return (
    <Form submit={isOwn ? t('end.actOwn') : t('end.act')} look="danger" isRunning={isRunning} trouble={trouble} onSubmit={() => void end()} onCancel={onClose} cancel={t('end.keep')} paths={['reason']}>
      {(field) => (
        <>
          <p className="small">{t('end.stays')}</p>
          {mustGiveReason && <ReasonField {...field('reason')} label={t('reason.label')} hint={t('reason.hint')} value={reason} onChange={setReason} />}
        </>
      )}
    </Form>
  );
}
