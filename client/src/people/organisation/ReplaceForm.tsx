import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct.js';
import { Form } from '../form/Form.js';
import { CheckField, ReasonField, SelectField } from '../form/fields.js';
import { graphql } from '../../generated/index.js';
import type { Colleague } from './OrganisationSeats.js';

const replaceSeatHolder = graphql(`
  mutation ReplaceSeatHolder($input: ReplaceSeatHolderInput!) {
    replaceSeatHolder(input: $input) {
      __typename
      ... on SeatHolding {
        id
        person {
          id
          name
        }
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
  isAdministrator: boolean;
  colleagues: readonly Colleague[];
  mustGiveReason: boolean;
  onClose(): void;
  onInvite(): void;
  onReplaced(successor: string): void;
}

/** Puts a colleague who holds or held a seat of the organisation in the place of who holds this one, at once. */
export function ReplaceForm({ holdingId, isAdministrator, colleagues, mustGiveReason, onClose, onInvite, onReplaced }: Props) {
  const { t } = useTranslation('people');
  const { run, isRunning, trouble } = useAct(replaceSeatHolder);
  const [successorId, setSuccessorId] = useState(colleagues[0]?.id ?? '');
  const [willAdminister, setWillAdminister] = useState(isAdministrator);
  const [reason, setReason] = useState('');
  const successor = colleagues.find(({ id }) => id === successorId);
  const replace = async () => {
    const holding = await run({ input: { holdingId, successorId, isAdministrator: willAdminister, ...(reason && { reason }) } });
    if (holding) onReplaced(holding.person.name ?? t('person.erased'));
  };
  const invite = (
    <button type="button" className="link-button" onClick={onInvite}>
      {t('replace.inviteInstead')}
    </button>
  );
  if (colleagues.length === 0) {
    return (
      <div className="stack">
        <p>{t('replace.nobody')}</p>
        <p className="row">
          {invite}
          <button type="button" className="button" onClick={onClose}>
            {t('form.cancel')}
          </button>
        </p>
      </div>
    );
  }
  return (
    <Form submit={t('replace.act', { name: successor?.name })} isRunning={isRunning} trouble={trouble} onSubmit={() => void replace()} onCancel={onClose} paths={['successorId', 'reason']}>
      {(field) => (
        <>
          <SelectField
            {...field('successorId')}
            label={t('replace.by')}
            hint={t('replace.atOnce')}
            value={successorId}
            onChange={setSuccessorId}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <p className="small">{invite}</p>
          <CheckField label={t('invite.administrator')} isChecked={willAdminister} onChange={setWillAdminister} />
          {mustGiveReason && <ReasonField {...field('reason')} label={t('reason.label')} hint={t('reason.hint')} value={reason} onChange={setReason} />}
        </>
      )}
    </Form>
  );
}
