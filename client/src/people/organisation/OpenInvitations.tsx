import { useTranslation } from '../../ui/useTranslation.js';
import { TroubleNotice } from '../acts/TroubleNotice.js';
import { useAct } from '../acts/useAct.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { Moment } from '../Moment.js';

const openInvitation = graphql(`
  fragment OpenInvitation on SeatInvitation {
    id
    kind
    name
    email
    isAdministrator
    expiresAt
    invitedBy {
      id
      name
    }
  }
`);

const withdrawSeatInvitation = graphql(`
  mutation WithdrawSeatInvitation($input: WithdrawSeatInvitationInput!) {
    withdrawSeatInvitation(input: $input) {
      __typename
      ... on SeatInvitation {
        id
        name
        state
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** Invitations that wait for an answer, each of which can be taken back. */
export function OpenInvitations({
  invitations,
  onChanged,
}: {
  invitations: readonly FragmentType<typeof openInvitation>[];
  onChanged(words: string): void;
}) {
  const { t } = useTranslation('people');
  const { run, isRunning, trouble } = useAct(withdrawSeatInvitation);
  const open = invitations.map((invitation) => readFragment(openInvitation, invitation));
  const withdraw = async (invitationId: string) => {
    const withdrawn = await run({ input: { invitationId } });
    if (withdrawn) onChanged(t('invitations.withdrawn', { name: withdrawn.name }));
  };
  if (open.length === 0) return <p className="not-stated">{t('invitations.none')}</p>;
  return (
    <>
      <TroubleNotice trouble={trouble} />
      <ul className="lines people-lines">
        {open.map(({ id, kind, name, email, isAdministrator, invitedBy, expiresAt }) => (
          <li key={id}>
            <div>
              <h3>
                <bdi>{name}</bdi> {isAdministrator && <span className="tag">{t('seat.administrator')}</span>}
              </h3>
              <p className="small quiet">
                {t(`seatKind.${kind}`)} · <bdi>{email}</bdi> · {t('invitations.by', { name: invitedBy.name ?? t('person.erased') })}
              </p>
              <p className="small quiet">
                {t('invitations.until')} <Moment at={expiresAt} />
              </p>
            </div>
            <button type="button" className="button" aria-disabled={isRunning} onClick={() => void withdraw(id)}>
              {t('invitations.withdraw', { name })}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
