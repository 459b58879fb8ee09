import { useId, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { hasDraft } from '../form/useDraft.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { MomentDay } from '../Moment.js';
import { AdministratorSwitch } from './AdministratorSwitch.js';
import { EndHoldingForm } from './EndHoldingForm.js';
import { InviteForm, inviteDraft } from './InviteForm.js';
import type { Colleague } from './OrganisationSeats.js';
import { ReplaceForm } from './ReplaceForm.js';
import { SeatHistory } from './SeatHistory.js';

const seatEntry = graphql(`
  fragment SeatEntry on Seat {
    id
    organisationId
    kind
    viewerCanReplaceHolder
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
    ...SeatHistory
  }
`);

interface Props {
  seat: FragmentType<typeof seatEntry>;
  viewerId: string;
  /** Whether the reader decides here for others and must say why. */
  mustGiveReason: boolean;
  colleagues: readonly Colleague[];
  onChanged(words: string): void;
}

/** One seat: who holds it since when, who held it, and what the reader may do about it. */
export function SeatEntry({ seat, viewerId, mustGiveReason, colleagues, onChanged }: Props) {
  const { t } = useTranslation('people');
  const { id, organisationId, kind, holder, viewerCanReplaceHolder, ...history } = readFragment(seatEntry, seat);
  const draft = inviteDraft(viewerId, id);
  const [opened, setOpened] = useState<'replace' | 'invite' | 'end' | undefined>(() => (hasDraft(draft) ? 'invite' : undefined));
  const headingId = useId();
  const name = holder && (holder.person.name ?? t('person.erased'));
  const isOwn = holder?.person.id === viewerId;
  const close = () => setOpened(undefined);
  const done = (words: string) => {
    close();
    onChanged(words);
  };
  return (
    <article className="stack seat" aria-labelledby={headingId}>
      <div className="seat__head">
        <div>
          <h3 id={headingId}>{t(`seatKind.${kind}`)}</h3>
          <p className="small quiet">{t(`seatDoes.${kind}`)}</p>
        </div>
        {holder ? (
          <p>
            <b>
              <bdi>{name}</bdi>
            </b>{' '}
            {isOwn && <span className="tag tag--mark">{t('seat.you')}</span>}{' '}
            {holder.isAdministrator && <span className="tag">{t('seat.administrator')}</span>}{' '}
            {holder.person.isFictional && <span className="tag tag--line">{t('fictional')}</span>}
            <br />
            <span className="small quiet">
              {t('seat.since')} <MomentDay at={holder.startedAt} />
            </span>
          </p>
        ) : (
          <p className="not-stated">{t('seat.vacant')}</p>
        )}
      </div>
      {opened === undefined && (
        <div className="row seat__acts">
          {viewerCanReplaceHolder && holder && (
            <button type="button" className="button" onClick={() => setOpened('replace')}>
              {t('replace.open', { name })}
            </button>
          )}
          {viewerCanReplaceHolder && (
            <button type="button" className="button" onClick={() => setOpened('invite')}>
              {t('invite.intoSeat')}
            </button>
          )}
          {holder?.viewerCanEnd && (
            <button type="button" className="button" onClick={() => setOpened('end')}>
              {isOwn ? t('end.openOwn') : t('end.open', { name })}
            </button>
          )}
          {holder?.viewerCanSetAdministrator && (
            <AdministratorSwitch
              holdingId={holder.id}
              name={name ?? ''}
              isAdministrator={holder.isAdministrator}
              mustGiveReason={mustGiveReason}
              onChanged={onChanged}
            />
          )}
        </div>
      )}
      {opened === 'replace' && holder && (
        <ReplaceForm
          holdingId={holder.id}
          name={name ?? ''}
          isAdministrator={holder.isAdministrator}
          colleagues={colleagues.filter((colleague) => colleague.id !== holder.person.id)}
          mustGiveReason={mustGiveReason}
          onClose={close}
          onInvite={() => setOpened('invite')}
          onReplaced={(successor) => done(t('replace.done', { name, successor }))}
        />
      )}
      {opened === 'invite' && (
        <InviteForm
          title={holder ? t('invite.titleInstead', { name }) : t('invite.titleVacant')}
          organisationId={organisationId}
          draft={draft}
          seat={{ id, kind, holdingId: holder?.id, holder: name ?? undefined }}
          onClose={close}
          onInvited={(invited) => done(t('invite.sent', { name: invited }))}
        />
      )}
      {opened === 'end' && holder && (
        <EndHoldingForm
          holdingId={holder.id}
          name={name ?? ''}
          isOwn={isOwn}
          mustGiveReason={mustGiveReason && !isOwn}
          onClose={close}
          onEnded={() => done(isOwn ? t('end.doneOwn') : t('end.done', { name }))}
        />
      )}
      <SeatHistory seat={history} />
    </article>
  );
}
