import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import type { KeptProposalFragment } from '../../generated/graphql.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { ActForm, MomentDay, ReasonField, TroubleNotice, useAct } from '../../people/form/index.js';
import { Link } from '../../ui/Link.js';
import { Differences } from './Differences.js';
import { keptProposal } from './keptOrganisation.js';

const acceptProfileProposal = graphql(`
  mutation AcceptProfileProposal($input: AcceptProfileProposalInput!) {
    acceptProfileProposal(input: $input) {
      __typename
      ... on ProfileProposal {
        ...KeptProposal
      }
      ... on Refusal {
        message
      }
      ... on ProposalAnswered {
        proposalNow {
          ...KeptProposal
        }
      }
      ... on ProposalOvertaken {
        differences {
          ...DifferenceRow
        }
      }
    }
  }
`);

const declineProfileProposal = graphql(`
  mutation DeclineProfileProposal($input: DeclineProfileProposalInput!) {
    declineProfileProposal(input: $input) {
      __typename
      ... on ProfileProposal {
        ...KeptProposal
      }
      ... on Refusal {
        message
        ...WrongFields
      }
      ... on ProposalAnswered {
        proposalNow {
          ...KeptProposal
        }
      }
    }
  }
`);

const withdrawProfileProposal = graphql(`
  mutation WithdrawProfileProposal($input: WithdrawProfileProposalInput!) {
    withdrawProfileProposal(input: $input) {
      __typename
      ... on ProfileProposal {
        ...KeptProposal
      }
      ... on Refusal {
        message
      }
      ... on ProposalAnswered {
        proposalNow {
          ...KeptProposal
        }
      }
    }
  }
`);

interface Props {
  proposals: readonly FragmentType<typeof keptProposal>[];
  onChanged(words: string): void;
}

/** Proposals to one organisation: those that wait first and open, the answered ones below, one key away. */
export function Proposals({ proposals, onChanged }: Props) {
  const { t } = useTranslation('keeping');
  const all = readFragment(keptProposal, proposals);
  const waiting = all.filter(({ state }) => state === 'OPEN');
  const answered = all.filter(({ state }) => state !== 'OPEN');
  if (all.length === 0) return null;
  return (
    <section id="proposals" aria-labelledby="proposals-title" className="people-main">
      <div className="section__head">
        <h2 id="proposals-title">{t('proposals.title')}</h2>
        <span className="small quiet">{t('proposals.waiting', { count: waiting.length })}</span>
      </div>
      {waiting.map((proposal) => (
        <Proposal key={proposal.id} proposal={proposal} onChanged={onChanged} />
      ))}
      {answered.length > 0 && (
        <details>
          <summary>{t('proposals.answered', { count: answered.length })}</summary>
          {answered.map((proposal) => (
            <Proposal key={proposal.id} proposal={proposal} onChanged={onChanged} />
          ))}
        </details>
      )}
    </section>
  );
}

interface OneProps {
  proposal: KeptProposalFragment;
  onChanged(words: string): void;
  /** Whether to name the organisation, where several stand together. */
  withName?: boolean;
}

/** One proposal: what would change, why, and what can be done about it. */
export function Proposal({ proposal, onChanged, withName = false }: OneProps) {
  const { t } = useTranslation('keeping');
  const { id, section, reason, state, proposedAt, expiresAt, proposedBy, answeredBy, answeredAt, answer, organisation, differences } =
    proposal;
  const [isDeclining, setIsDeclining] = useState(false);
  const accept = useAct(acceptProfileProposal);
  const withdraw = useAct(withdrawProfileProposal);
  const input = { proposalId: id };
  const title = t(`section.${section}`);
  const overtaken =
    accept.trouble?.kind === 'refused' && accept.trouble.refusal.__typename === 'ProposalOvertaken' ? accept.trouble.refusal : undefined;
  return (
    <article className="opened stack proposal" aria-labelledby={`proposal-${id}`}>
      <h3 id={`proposal-${id}`}>
        {withName && organisation ? (
          <>
            <Link to={`/organisation/profile?of=${organisation.id}`}>
              <bdi>{organisation.name}</bdi>
            </Link>{' '}
            · {title}
          </>
        ) : (
          title
        )}
      </h3>
      <p className="small quiet">
        {proposedBy?.name ?? t('proposals.somebody')} · <MomentDay at={proposedAt} /> · {t(`proposals.${state}`)}
        {state === 'OPEN' && (
          <>
            {' · '}
            {t('proposals.until')} <MomentDay at={expiresAt} />
          </>
        )}
      </p>
      <p>
        {t('proposals.why')} <bdi>{reason}</bdi>
      </p>
      <Differences differences={differences} before={t('proposals.before')} after={t('proposals.after')} />
      {answeredAt && (
        <p className="small">
          {answeredBy?.name ?? t('proposals.somebody')} · <MomentDay at={answeredAt} />
          {answer && (
            <>
              {' · '}
              <bdi>{answer}</bdi>
            </>
          )}
        </p>
      )}
      <TroubleNotice trouble={accept.trouble ?? withdraw.trouble}>
        {overtaken && <Differences differences={overtaken.differences} before={t('meanwhile.now')} after={t('proposals.after')} />}
      </TroubleNotice>
      {isDeclining ? (
        <ActForm
          mutation={declineProfileProposal}
          title={t('proposals.declineTitle')}
          submit={t('proposals.decline')}
          look="plain"
          initial={{ answer: '' }}
          inputOf={(values: { answer: string }) => ({ ...input, answer: values.answer || null })}
          onDone={() => onChanged(t('proposals.declined'))}
          onClose={() => setIsDeclining(false)}
          paths={['answer']}
        >
          {({ field, values, set }) => (
            <ReasonField
              {...field('answer')}
              label={t('proposals.answer')}
              hint={t('proposals.answerHint')}
              value={values.answer}
              onChange={(words) => set('answer', words)}
            />
          )}
        </ActForm>
      ) : (
        <div className="row">
          {proposal.viewerCanAnswer && (
            <>
              <ActButton
                look="button button--primary"
                act={accept}
                input={input}
                words={t('proposals.accept')}
                onDone={() => onChanged(t('proposals.accepted'))}
              />
              <button type="button" className="button" onClick={() => setIsDeclining(true)}>
                {t('proposals.decline')}
              </button>
            </>
          )}
          {proposal.viewerCanWithdraw && (
            <ActButton
              look="button"
              act={withdraw}
              input={input}
              words={t('proposals.withdraw')}
              onDone={() => onChanged(t('proposals.withdrawn'))}
            />
          )}
        </div>
      )}
    </article>
  );
}

interface ActButtonProps<TInput> {
  look: string;
  act: { isRunning: boolean; run(variables: { input: TInput }): Promise<unknown> };
  input: TInput;
  words: string;
  onDone(): void;
}

/** Does one thing about the proposal, at once. */
function ActButton<TInput>({ look, act, input, words, onDone }: ActButtonProps<TInput>) {
  const press = async () => {
    if (await act.run({ input })) onDone();
  };
  return (
    <button type="button" className={look} aria-disabled={act.isRunning} onClick={() => void press()}>
      {words}
    </button>
  );
}
