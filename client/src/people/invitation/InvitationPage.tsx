import '../people.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { QueryFailure } from '../../api/QueryFailure.js';
import { Link } from '../../ui/Link.js';
import { TroubleNotice } from '../acts/TroubleNotice.js';
import { useAct } from '../acts/useAct.js';
import { graphql } from '../../generated/index.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { Bones, EmptyState } from '../../ui/states.js';
import { Moment } from '../Moment.js';
import { useArrive } from '../sign-in/useArrive.js';
import { useSecretOfAddress } from '../sign-in/useSecretOfAddress.js';

const seatOfferQuery = graphql(`
  query SeatOffer($token: String!) {
    seatOffer(token: $token) {
      organisationName
      kind
      name
      email
      isAdministrator
      expiresAt
    }
    viewer {
      account {
        id
        email
      }
    }
  }
`);

const acceptSeatInvitation = graphql(`
  mutation AcceptSeatInvitation($input: AcceptSeatInvitationInput!) {
    acceptSeatInvitation(input: $input) {
      __typename
      ... on SeatHolding {
        id
        organisationId
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const declineSeatInvitation = graphql(`
  mutation DeclineSeatInvitation($input: DeclineSeatInvitationInput!) {
    declineSeatInvitation(input: $input) {
      __typename
      ... on SeatInvitationDeclined {
        declinedAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** Where the link of an invitation leads: what is offered, and a yes or a no. */
export function InvitationPage() {
  const { t } = useTranslation('people');
  const token = useSecretOfAddress();
  const { data, error, refetch } = useQuery(seatOfferQuery, { variables: { token }, fetchPolicy: 'network-only', skip: !token });
  const [isDeclined, setIsDeclined] = useState(false);
  const offer = data?.seatOffer;
  const title = isDeclined ? t('offer.declined') : t('offer.title');
  return (
    <div className="wrap">
      <header className="page-head">
        <PageHeading title={title} />
      </header>
      {isDeclined ? (
        <p role="status">{t('offer.declinedText')}</p>
      ) : error ? (
        <QueryFailure isWholePage error={error} onRetry={() => void refetch()} />
      ) : token && !data ? (
        <Bones lines={5} />
      ) : !offer ? (
        <EmptyState isWholePage title={t('offer.none')}>
          <p>{t('offer.noneText')}</p>
          <Link className="button" to="/sign-in">
            {t('signIn.title')}
          </Link>
        </EmptyState>
      ) : (
        <section className="answer stack">
          <p className="lede">
            {t('offer.text', { name: offer.name, kind: t(`seatKind.${offer.kind}`), organisation: offer.organisationName })}
          </p>
          <p>{t(`seatDoes.${offer.kind}`)}</p>
          {offer.isAdministrator && <p>{t('offer.administrator')}</p>}
          <p className="small quiet">
            {t('offer.goesTo')} <bdi>{offer.email}</bdi> · {t('invitations.until')} <Moment at={offer.expiresAt} />
          </p>
          <Answers token={token} email={offer.email} organisation={offer.organisationName} onDeclined={() => setIsDeclined(true)} />
        </section>
      )}
    </div>
  );
}

function Answers({ token, email, organisation, onDeclined }: { token: string; email: string; organisation: string; onDeclined(): void }) {
  const { t } = useTranslation('people');
  const accept = useAct(acceptSeatInvitation);
  const decline = useAct(declineSeatInvitation);
  const arrive = useArrive();
  const take = async () => {
    decline.forget();
    const holding = await accept.run({ input: { token } });
    if (holding) await arrive(`/organisation?of=${holding.organisationId}`);
  };
  const refuse = async () => {
    accept.forget();
    if (await decline.run({ input: { token } })) onDeclined();
  };
  const mustSignIn = accept.trouble?.kind === 'refused' && accept.trouble.refusal.__typename === 'SignInFirst';
  return (
    <>
      <TroubleNotice trouble={accept.trouble ?? decline.trouble}>
        {mustSignIn && (
          <p>
            <Link to={`/sign-in?email=${encodeURIComponent(email)}`}>{t('signIn.title')}</Link>
          </p>
        )}
      </TroubleNotice>
      <p className="row">
        <button
          type="button"
          className="button button--primary"
          aria-disabled={accept.isRunning || decline.isRunning}
          onClick={() => void take()}
        >
          {t('offer.accept', { organisation })}
        </button>
        <button type="button" className="button" aria-disabled={accept.isRunning || decline.isRunning} onClick={() => void refuse()}>
          {t('offer.decline')}
        </button>
      </p>
    </>
  );
}
