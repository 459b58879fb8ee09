import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct.js';
import { TroubleNotice } from '../acts/TroubleNotice.js';
import { Form } from '../form/Form.js';
import { ReasonField } from '../form/fields.js';
import { Opened } from '../form/Opened.js';
import { graphql } from '../../generated/index.js';

const setAdministrator = graphql(`
  mutation SetAdministrator($input: SetAdministratorInput!) {
    setAdministrator(input: $input) {
      __typename
      ... on SeatHolding {
        id
        isAdministrator
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

interface Props {
  holdingId: string;
  name: string;
  isAdministrator: boolean;
  mustGiveReason: boolean;
  onChanged(words: string): void;
}

/** Gives a seat holder the right to administer the organisation's seats, or takes it back. */
export function AdministratorSwitch({ holdingId, name, isAdministrator, mustGiveReason, onChanged }: Props) {
  const { t } = useTranslation('people');
  const { run, isRunning, trouble } = useAct(setAdministrator);
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const label = isAdministrator ? t('administrator.take', { name }) : t('administrator.give', { name });
  const change = async () => {
    if (!(await run({ input: { holdingId, isAdministrator: !isAdministrator, ...(reason && { reason }) } }))) return;
    setIsAsking(false);
    onChanged(isAdministrator ? t('administrator.taken', { name }) : t('administrator.given', { name }));
  };
  if (isAsking) {
    return (
      <Opened title={label} onClose={() => setIsAsking(false)}>
        <Form submit={label} look="plain" isRunning={isRunning} trouble={trouble} onSubmit={() => void change()} onCancel={() => setIsAsking(false)} paths={['reason']}>
          {(field) => <ReasonField {...field('reason')} label={t('reason.label')} hint={t('reason.hint')} value={reason} onChange={setReason} />}
        </Form>
      </Opened>
    );
  }
  return (
    <>
      <button type="button" className="button" aria-disabled={isRunning} onClick={() => (mustGiveReason ? setIsAsking(true) : void change())}>
        {label}
      </button>
      <TroubleNotice trouble={trouble} />
    </>
  );
}
