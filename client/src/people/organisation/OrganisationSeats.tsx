import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { QueryFailure } from '../../api/QueryFailure.js';
import { ContactDetails } from '../contact-details/ContactDetails.js';
import { hasDraft } from '../form/useDraft.js';
import { graphql } from '../../generated/index.js';
import { Bones, EmptyState, ForbiddenState } from '../../ui/states.js';
import { InviteForm, inviteDraft } from './InviteForm.js';
import { OpenInvitations } from './OpenInvitations.js';
import { SeatEntry } from './SeatEntry.js';

const seatsQuery = graphql(`
  query SeatsOfOrganisation($organisationId: ID!) {
    seatsOf(organisationId: $organisationId) {
      organisationId
      viewerCanInvite
      invitations {
        ...OpenInvitation
      }
      seats {
        id
        ...SeatEntry
        history {
          id
          person {
            id
            name
            erasedAt
          }
        }
      }
    }
    contactDetailsOf(organisationId: $organisationId) {
      ...ContactDetailEntry
    }
  }
`);

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** All seats of one organisation, with what the reader may do about them. */
export function OrganisationSeats({
  organisationId,
  viewerId,
  isOwnAdministrator,
}: {
  organisationId: string;
  viewerId: string;
  isOwnAdministrator: boolean;
}) {
  const { t } = useTranslation('people');
  const { data, error, refetch } = useQuery(seatsQuery, { variables: { organisationId }, fetchPolicy: 'cache-and-network' });
  const draft = inviteDraft(viewerId, organisationId);
  const [isInviting, setIsInviting] = useState(() => hasDraft(draft));
  const [said, setSaid] = useState('');
  const found = data?.seatsOf;

  if (error && !found) return <QueryFailure isWholePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bones lines={10} />;
  const status = (
    <p role="status" className={said ? 'notice' : undefined}>
      {said}
    </p>
  );
  // Who has just left their last seat may see the organisation no longer, but hears that it is done.
  if (!found) {
    return (
      <div className="stack">
        {status}
        <ForbiddenState isWholePage title={t('seats.unknown')}>
          <p>{t('seats.unknownText')}</p>
        </ForbiddenState>
      </div>
    );
  }
  const { seats, invitations, viewerCanInvite } = found;
  const people = seats.flatMap(({ history }) => history.map(({ person }) => person));
  const colleagues: Colleague[] = [
    ...new Map(people.flatMap(({ id, name, erasedAt }) => (name && !erasedAt ? [[id, { id, name }]] : []))).values(),
  ];
  const changed = (words: string) => {
    setSaid(words);
    void refetch();
  };
  return (
    <div className="people-main">
      {status}
      <section aria-labelledby="seats">
        <div className="section__head">
          <h2 id="seats">{t('seats.heading')}</h2>
          <span className="small quiet">{t('seats.count', { count: seats.length })}</span>
        </div>
        {seats.length === 0 ? (
          <EmptyState title={t('seats.empty')}>
            <p>{viewerCanInvite ? t('seats.emptyInvite') : t('seats.emptyText')}</p>
          </EmptyState>
        ) : (
          <ul className="lines">
            {seats.map((seat) => (
              <li key={seat.id}>
                <SeatEntry
                  seat={seat}
                  viewerId={viewerId}
                  mustGiveReason={!isOwnAdministrator}
                  colleagues={colleagues}
                  onChanged={changed}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      {viewerCanInvite && (
        <section className="section people-section" aria-labelledby="invitations">
          <div className="section__head">
            <h2 id="invitations">{t('invitations.title')}</h2>
          </div>
          <OpenInvitations invitations={invitations} onChanged={changed} />
          {isInviting ? (
            <InviteForm
              title={t('invite.title')}
              organisationId={organisationId}
              draft={draft}
              onClose={() => setIsInviting(false)}
              onInvited={(name) => {
                setIsInviting(false);
                changed(t('invite.sent', { name }));
              }}
            />
          ) : (
            <button type="button" className="button button--primary" onClick={() => setIsInviting(true)}>
              {t('invite.open')}
            </button>
          )}
        </section>
      )}
      <ContactDetails
        id="contacts"
        details={data.contactDetailsOf}
        organisationId={organisationId}
        canAdd={isOwnAdministrator}
        onChange={() => void refetch()}
      />
    </div>
  );
}
