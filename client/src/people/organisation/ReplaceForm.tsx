import { useTranslation } from '../../ui/useTranslation.js';
import { ActForm, reasonIn } from '../form/ActForm.js';
import { CheckField, ReasonField, SelectField } from '../form/fields.js';
import { Opened } from '../form/Opened.js';
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
  colleagues: readonly Colleague[];
  mustGiveReason: boolean;
  onClose(): void;
  onInvite(): void;
  onReplaced(successor: string): void;
}

/** Puts a colleague who holds or held a seat of the organisation in the place of who holds this one, at once. */
export function ReplaceForm({ holdingId, name, isAdministrator, colleagues, mustGiveReason, onClose, onInvite, onReplaced }: Props) {
  const { t } = useTranslation('people');
  const title = t('replace.title', { name });
  const invite = (
    <button type="button" className="link-button" onClick={onInvite}>
      {t('replace.inviteInstead')}
    </button>
  );
  const [first] = colleagues;
  if (!first) {
    return (
      <Opened title={title} onClose={onClose}>
        <p>{t('replace.nobody')}</p>
        <p className="row">
          {invite}
          <button type="button" className="button" onClick={onClose}>
            {t('form.cancel')}
          </button>
        </p>
      </Opened>
    );
  }
  return (
    <ActForm
      mutation={replaceSeatHolder}
      title={title}
      submit={({ successorId }) => t('replace.act', { name: colleagues.find(({ id }) => id === successorId)?.name })}
      initial={{ successorId: first.id, isAdministrator, reason: '' }}
      inputOf={({ reason, ...chosen }) => ({ holdingId, ...chosen, ...reasonIn({ reason }) })}
      paths={['successorId', 'reason']}
      onClose={onClose}
      onDone={(holding) => onReplaced(holding.person.name ?? t('person.erased'))}
    >
      {({ field, values, set }) => (
        <>
          <SelectField
            {...field('successorId')}
            label={t('replace.by')}
            hint={t('replace.atOnce')}
            value={values.successorId}
            onChange={(successorId) => set('successorId', successorId)}
            options={colleagues.map((colleague) => ({ value: colleague.id, label: colleague.name }))}
          />
          <p className="small">{invite}</p>
          <CheckField
            label={t('invite.administrator')}
            isChecked={values.isAdministrator}
            onChange={(isChecked) => set('isAdministrator', isChecked)}
          />
          {mustGiveReason && <ReasonField {...field('reason')} value={values.reason} onChange={(reason) => set('reason', reason)} />}
        </>
      )}
    </ActForm>
  );
}
