import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct.js';
import { Form } from '../form/Form.js';
import { CheckField, SelectField, TextField } from '../form/fields.js';
import { useDraft } from '../form/useDraft.js';
import type { Language, SeatKind } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { useLanguage } from '../../ui/format.js';
import { languageNames, languages } from '../../ui/language.js';
import { Moment } from '../Moment.js';

const inviteToSeat = graphql(`
  mutation InviteToSeat($input: InviteToSeatInput!) {
    inviteToSeat(input: $input) {
      __typename
      ... on SeatInvitation {
        id
        name
        email
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
      ... on InvitationPending {
        message
        invitation {
          id
          name
          email
          expiresAt
        }
      }
      ... on SeatChangedMeanwhile {
        message
        seatNow {
          id
          holder {
            id
            person {
              id
              name
            }
          }
        }
      }
      ... on TooManyAttempts {
        message
      }
    }
  }
`);

/** The name under which an unsent invitation is kept: by who writes it, and to which seat. */
export function inviteDraft(viewerId: string, seatOrOrganisation: string): string {
  return `invitation ${viewerId} ${seatOrOrganisation}`;
}

export const seatKinds: readonly SeatKind[] = ['REPRESENTATIVE', 'ALTERNATE', 'CONTACT', 'DELEGATE'];

interface Props {
  organisationId: string;
  draft: string;
  /** The seat to be filled; a new one is opened without it. */
  seat?: { readonly id: string; readonly kind: SeatKind; readonly holdingId: string | undefined };
  onClose(): void;
  onInvited(name: string): void;
}

/** Invites somebody by mail to a new seat, or into one that stands. What is typed is kept until it is sent. */
export function InviteForm({ organisationId, draft, seat, onClose, onInvited }: Props) {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const { run, isRunning, trouble } = useAct(inviteToSeat);
  const { values, set, clear } = useDraft(draft, {
    name: '',
    email: '',
    kind: seat?.kind ?? ('DELEGATE' as SeatKind),
    language: language.toUpperCase() as Language,
    isAdministrator: false,
  });
  const send = async () => {
    const toSeat = seat && { seatId: seat.id, kind: seat.kind, ...(seat.holdingId && { replacesHoldingId: seat.holdingId }) };
    const invited = await run({ input: { organisationId, ...values, ...toSeat } });
    if (!invited) return;
    clear();
    onInvited(invited.name);
  };
  const cancel = () => {
    clear();
    onClose();
  };
  const refusal = trouble?.kind === 'refused' ? trouble.refusal : undefined;
  const waiting = refusal?.__typename === 'InvitationPending' ? refusal.invitation : undefined;
  return (
    <Form
      submit={t('invite.send')}
      isRunning={isRunning}
      trouble={trouble}
      onSubmit={() => void send()}
      onCancel={cancel}
      paths={['name', 'email']}
      way={
        waiting && (
          <p className="small">
            <bdi>{waiting.name}</bdi>, <bdi>{waiting.email}</bdi>, {t('invitations.until')} <Moment at={waiting.expiresAt} />
          </p>
        )
      }
    >
      {(field) => (
        <>
          <div className="fields">
            <TextField {...field('name')} label={t('invite.name')} autoComplete="off" value={values.name} onChange={(name) => set('name', name)} />
            <TextField {...field('email')} label={t('invite.email')} type="email" dir="ltr" autoComplete="off" value={values.email} onChange={(email) => set('email', email)} />
            {!seat && (
              <SelectField
                {...field('kind')}
                label={t('invite.kind')}
                hint={t(`seatDoes.${values.kind}`)}
                value={values.kind}
                onChange={(kind) => set('kind', kind)}
                options={seatKinds.map((kind) => ({ value: kind, label: t(`seatKind.${kind}`) }))}
              />
            )}
            <SelectField<Language>
              {...field('language')}
              label={t('invite.language')}
              value={values.language}
              onChange={(chosen) => set('language', chosen)}
              options={languages.map((one) => ({ value: one.toUpperCase() as Language, label: languageNames[one] }))}
            />
          </div>
          <CheckField label={t('invite.administrator')} isChecked={values.isAdministrator} onChange={(isAdministrator) => set('isAdministrator', isAdministrator)} />
        </>
      )}
    </Form>
  );
}
