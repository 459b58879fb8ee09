import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useAct } from '../acts/useAct.js';
import { TroubleNotice } from '../acts/TroubleNotice.js';
import { ActForm, reasonIn } from '../form/ActForm.js';
import { ReasonField } from '../form/fields.js';
import { graphql } from '../../generated/index.js';

const setAdministrator = graphql(`
  mutation SetAdministrator($input: SetAdministratorInput!) {
    setAdministrator(input: $input) {
      __typename
      ... on SeatHolding {
        id
        isAdministrator
      }
      ... on Refusal {
        message
        ...WrongFields
      }
      ... on SeatChangedMeanwhile {
        seatNow {
          ...SeatEntry
        }
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

/** Gives a seat holder the right to administer the organisation's seats, or takes it back; whoever decides for others says why. */
export function AdministratorSwitch({ holdingId, name, isAdministrator, mustGiveReason, onChanged }: Props) {
  const { t } = useTranslation('people');
  const { run, isRunning, trouble } = useAct(setAdministrator);
  const [isAsking, setIsAsking] = useState(false);
  const label = isAdministrator ? t('administrator.take', { name }) : t('administrator.give', { name });
  const input = { holdingId, isAdministrator: !isAdministrator };
  const changed = () => {
    setIsAsking(false);
    onChanged(isAdministrator ? t('administrator.taken', { name }) : t('administrator.given', { name }));
  };
  const change = async () => {
    if (await run({ input })) changed();
  };
  if (isAsking) {
    return (
      <ActForm
        mutation={setAdministrator}
        title={label}
        submit={label}
        look="plain"
        initial={{ reason: '' }}
        inputOf={(values) => ({ ...input, ...reasonIn(values) })}
        paths={['reason']}
        onClose={() => setIsAsking(false)}
        onDone={changed}
      >
        {({ field, values, set }) => (
          <ReasonField {...field('reason')} value={values.reason} onChange={(reason) => set('reason', reason)} />
        )}
      </ActForm>
    );
  }
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={isRunning}
        onClick={() => (mustGiveReason ? setIsAsking(true) : void change())}
      >
        {label}
      </button>
      <TroubleNotice trouble={trouble} />
    </>
  );
}
