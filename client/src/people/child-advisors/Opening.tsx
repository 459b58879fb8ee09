import { useState } from 'react';
import { TroubleNotice } from '../acts/TroubleNotice.js';
import { useAct } from '../acts/useAct.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { Moment } from '../Moment.js';
import { AskForm } from './AskForm.js';
import { RefuseForm } from './RefuseForm.js';
import { useChildWords } from './useChildWords.js';

const openingFragment = graphql(`
  fragment Opening on ChildRecordsOpening {
    id
    state
    reason
    askedBy {
      id
      name
    }
    askedAt
    lapsesAt
    answeredBy {
      id
      name
    }
    answeredAt
    refusedBecause
    closesAt
    viewerCanAnswer
  }
`);

const agreeToOpen = graphql(`
  mutation AgreeToOpenChildRecords($input: AgreeToOpenChildRecordsInput!) {
    agreeToOpenChildRecords(input: $input) {
      __typename
      ... on ChildRecordsOpening {
        ...Opening
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const closeRecords = graphql(`
  mutation CloseChildRecords($input: CloseChildRecordsInput!) {
    closeChildRecords(input: $input) {
      __typename
      ... on ChildRecordsOpening {
        ...Opening
      }
      ... on Refusal {
        message
      }
    }
  }
`);

interface Props {
  opening: FragmentType<typeof openingFragment> | undefined;
  viewerId: string;
  onChanged(words: string): void;
}

/** How the restricted store stands, with the one thing that the reader can do about it. */
export function Opening({ opening: masked, viewerId, onChanged }: Props) {
  const { t } = useChildWords();
  const opening = readFragment(openingFragment, masked);
  const [isRefusing, setIsRefusing] = useState(false);
  const agree = useAct(agreeToOpen);
  const close = useAct(closeRecords);
  const asker = opening?.askedBy.name ?? t('person.erased');
  const answerer = opening?.answeredBy?.name ?? t('person.erased');
  const agreeNow = async () => {
    if (opening && (await agree.run({ input: { openingId: opening.id } }))) onChanged(t('opening.agreed'));
  };
  const closeNow = async () => {
    if (opening && (await close.run({ input: { openingId: opening.id } })))
      onChanged(opening.state === 'OPEN' ? t('opening.closed') : t('opening.takenBack'));
  };
  const reason = opening && (
    <blockquote className="opening__reason">
      <p dir="auto">{opening.reason}</p>
    </blockquote>
  );

  if (opening?.state === 'OPEN') {
    return (
      <section className="answer stack" aria-labelledby="opening">
        <h2 id="opening">{t('opening.isOpen')}</h2>
        <p>
          {t('opening.openTo', { asker, answerer })} {t('opening.openUntil')} <Moment at={opening.closesAt ?? opening.lapsesAt} />
        </p>
        {reason}
        <TroubleNotice trouble={close.trouble} />
        <button type="button" className="button" aria-disabled={close.isRunning} onClick={() => void closeNow()}>
          {t('opening.close')}
        </button>
      </section>
    );
  }
  if (opening?.state === 'WAITING') {
    const isOwn = opening.askedBy.id === viewerId;
    return (
      <section className="answer stack" aria-labelledby="opening">
        <h2 id="opening">{isOwn ? t('opening.youAsked') : t('opening.asks', { asker })}</h2>
        {reason}
        <p className="small quiet">
          {t('opening.askedAt')} <Moment at={opening.askedAt} /> · {t('opening.lapses')} <Moment at={opening.lapsesAt} />
        </p>
        {isOwn && <p>{t('opening.waits')}</p>}
        <TroubleNotice trouble={isOwn ? close.trouble : agree.trouble} />
        {isOwn && (
          <button type="button" className="button" aria-disabled={close.isRunning} onClick={() => void closeNow()}>
            {t('opening.takeBack')}
          </button>
        )}
        {opening.viewerCanAnswer && !isRefusing && (
          <div className="row">
            <button type="button" className="button button--primary" aria-disabled={agree.isRunning} onClick={() => void agreeNow()}>
              {t('opening.agree')}
            </button>
            <button type="button" className="button" onClick={() => setIsRefusing(true)}>
              {t('opening.refuse')}
            </button>
          </div>
        )}
        {opening.viewerCanAnswer && isRefusing && (
          <RefuseForm openingId={opening.id} onClose={() => setIsRefusing(false)} onRefused={() => onChanged(t('opening.refused'))} />
        )}
      </section>
    );
  }
  return (
    <section className="answer stack" aria-labelledby="opening">
      <h2 id="opening">{t('opening.isClosed')}</h2>
      {opening?.state === 'REFUSED' && opening.answeredAt && (
        <p className="small">
          {t('opening.wasRefused', { answerer })} <Moment at={opening.answeredAt} />: <q dir="auto">{opening.refusedBecause}</q>
        </p>
      )}
      {opening?.state === 'LAPSED' && (
        <p className="small">
          {t('opening.hasLapsed', { asker })} <Moment at={opening.askedAt} />
        </p>
      )}
      {opening?.state === 'CLOSED' && (
        <p className="small">
          {t('opening.lastAsked', { asker })} <Moment at={opening.askedAt} />
        </p>
      )}
      <AskForm viewerId={viewerId} onAsked={() => onChanged(t('opening.asked'))} />
    </section>
  );
}
