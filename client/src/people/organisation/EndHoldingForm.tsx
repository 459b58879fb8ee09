import { useTranslation } from '../../ui/useTranslation.js';
import { ActForm, reasonIn } from '../form/ActForm.js';
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
  isOwn: boolean;
  mustGiveReason: boolean;
  onClose(): void;
  onEnded(): void;
}

/** Asks once before somebody stops holding a seat; the seat stays, vacant, with its history. */
export function EndHoldingForm({ holdingId, name, isOwn, mustGiveReason, onClose, onEnded }: Props) {
  const { t } = useTranslation('people');
  return (
    <ActForm
      mutation={endSeatHolding}
      title={isOwn ? t('end.titleOwn') : t('end.title', { name })}
      submit={isOwn ? t('end.actOwn') : t('end.act')}
      look="danger"
      cancel={t('end.keep')}
      initial={{ reason: '' }}
      inputOf={(values) => ({ holdingId, ...reasonIn(values) })}
      paths={['reason']}
      onClose={onClose}
      onDone={onEnded}
    >
      {({ field, values, set }) => (
        <>
          <p className="small">{t('end.stays')}</p>
          {mustGiveReason && <ReasonField {...field('reason')} value={values.reason} onChange={(reason) => set('reason', reason)} />}
        </>
      )}
    </ActForm>
  );
}
