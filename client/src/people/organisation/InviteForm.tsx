import { useTranslation } from '../../ui/useTranslation.js';
import { ActForm } from '../form/ActForm.js';
import { CheckField, SelectField, TextField } from '../form/fields.js';
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
      ... on Refusal {
        message
        ...WrongFields
      }
      ... on InvitationPending {
        invitation {
          id
          name
          email
          expiresAt
        }
      }
      ... on SeatChangedMeanwhile {
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
    }
  }
`);

/** The name under which an unsent invitation is kept: by who writes it, and to which seat. */
export function inviteDraft(viewerId: string, seatOrOrganisation: string): string {
  return `invitation ${viewerId} ${seatOrOrganisation}`;
}

export const seatKinds: readonly SeatKind[] = ['REPRESENTATIVE', 'ALTERNATE', 'CONTACT', 'DELEGATE'];

interface Props {
  title: string;
  organisationId: string;
  draft: string;
  /** The seat to be filled, and who holds it; a new one is opened without it. */
  seat?: { readonly id: string; readonly kind: SeatKind; readonly holdingId: string | undefined; readonly holder: string | undefined };
  onClose(): void;
  onInvited(name: string): void;
}

/** Invites somebody by mail to a new seat, or into one that stands. What is typed is kept until it is sent. */
export function InviteForm({ title, organisationId, draft, seat, onClose, onInvited }: Props) {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const toSeat = seat && { seatId: seat.id, kind: seat.kind, ...(seat.holdingId && { replacesHoldingId: seat.holdingId }) };
  return (
    <ActForm
      mutation={inviteToSeat}
      title={title}
      submit={t('invite.send')}
      draft={draft}
      initial={{
        name: '',
        email: '',
        kind: seat?.kind ?? ('DELEGATE' as SeatKind),
        language: language.toUpperCase() as Language,
        isAdministrator: false,
      }}
      inputOf={(values) => ({ organisationId, ...values, ...toSeat })}
      paths={['name', 'email']}
      onClose={onClose}
      onDone={({ name }) => onInvited(name)}
      way={(refusal) =>
        refusal.__typename === 'InvitationPending' && (
          <p className="small">
            <bdi>{refusal.invitation.name}</bdi>, <bdi>{refusal.invitation.email}</bdi>, {t('invitations.until')}{' '}
            <Moment at={refusal.invitation.expiresAt} />
          </p>
        )
      }
    >
      {({ field, values, set }) => (
        <>
          {seat?.holder && <p className="small quiet">{t('invite.untilAccepted', { name: seat.holder })}</p>}
          <div className="fields">
            <TextField
              {...field('name')}
              label={t('invite.name')}
              autoComplete="off"
              value={values.name}
              onChange={(name) => set('name', name)}
            />
            <TextField
              {...field('email')}
              label={t('invite.email')}
              type="email"
              dir="ltr"
              autoComplete="off"
              value={values.email}
              onChange={(email) => set('email', email)}
            />
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
          <CheckField
            label={t('invite.administrator')}
            isChecked={values.isAdministrator}
            onChange={(isAdministrator) => set('isAdministrator', isAdministrator)}
          />
        </>
      )}
    </ActForm>
  );
}
