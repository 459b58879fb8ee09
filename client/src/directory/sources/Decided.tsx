import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { QueryFailure } from '../../api/QueryFailure.js';
import type { DecidedPairsQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { ActForm, MomentDay, ReasonField, TroubleNotice, useAct } from '../../people/form/index.js';
import { Link } from '../../ui/Link.js';

const decidedPairs = graphql(`
  query DecidedPairs {
    organisationMerges(first: 50) {
      totalCount
      edges {
        cursor
        node {
          id
          staysName
          goesName
          reason
          mergedAt
          undoneAt
          mergedBy {
            id
            name
          }
          stays {
            id
            slug
          }
        }
      }
    }
    keptApart(first: 50) {
      totalCount
      edges {
        cursor
        node {
          id
          left {
            id
            slug
            name
          }
          right {
            id
            slug
            name
          }
        }
      }
    }
  }
`);

const undoMerge = graphql(`
  mutation UndoMerge($input: UndoMergeInput!) {
    undoMerge(input: $input) {
      __typename
      ... on OrganisationMerge {
        id
        undoneAt
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

const reconsiderDuplicate = graphql(`
  mutation ReconsiderDuplicate($input: ReconsiderDuplicateInput!) {
    reconsiderDuplicate(input: $input) {
      __typename
      ... on PossibleDuplicate {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** What the secretariat decided about pairs, each with the way back. */
export function Decided({ onChanged }: { onChanged(words: string): void }) {
  const { t } = useTranslation('sources');
  const { data, error, refetch } = useQuery(decidedPairs, { fetchPolicy: 'cache-and-network' });
  const changed = (words: string) => {
    onChanged(words);
    void refetch();
  };
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  const merges = data?.organisationMerges.edges ?? [];
  const apart = data?.keptApart.edges ?? [];
  if (merges.length + apart.length === 0) return null;
  return (
    <section className="section" aria-labelledby="decided">
      <div className="section__head">
        <h2 id="decided">{t('decided.title')}</h2>
      </div>
      <ul className="lines people-lines">
        {merges.map(({ node }) => (
          <Merged key={node.id} merge={node} onChanged={changed} />
        ))}
        {apart.map(({ node }) => (
          <Apart key={node.id} pair={node} onChanged={changed} />
        ))}
      </ul>
    </section>
  );
}

type Merge = DecidedPairsQuery['organisationMerges']['edges'][number]['node'];
type Pair = DecidedPairsQuery['keptApart']['edges'][number]['node'];

function Merged({ merge, onChanged }: { merge: Merge; onChanged(words: string): void }) {
  const { t } = useTranslation('sources');
  const [isOpen, setIsOpen] = useState(false);
  const { id, staysName, goesName, reason, mergedAt, mergedBy, undoneAt, stays } = merge;
  return (
    <li>
      <div>
        <p>
          <bdi>{goesName}</bdi> →{' '}
          {stays ? (
            <Link to={`/organisations/${stays.slug}`}>
              <bdi>{staysName}</bdi>
            </Link>
          ) : (
            <bdi>{staysName}</bdi>
          )}
        </p>
        <p className="small quiet">
          {mergedBy?.name} · <MomentDay at={mergedAt} /> · <bdi>{reason}</bdi>
          {undoneAt && (
            <>
              {' · '}
              {t('decided.undone')} <MomentDay at={undoneAt} />
            </>
          )}
        </p>
      </div>
      {!undoneAt && !isOpen && (
        <button type="button" className="button" aria-label={t('undo.openOf', { name: goesName })} onClick={() => setIsOpen(true)}>
          {t('undo.open')}
        </button>
      )}
      {isOpen && (
        <ActForm
          mutation={undoMerge}
          title={t('undo.title')}
          submit={t('undo.act')}
          look="plain"
          initial={{ reason: '' }}
          inputOf={(values: { reason: string }) => ({ mergeId: id, reason: values.reason })}
          onDone={() => {
            setIsOpen(false);
            onChanged(t('undo.done', { stays: staysName, goes: goesName }));
          }}
          onClose={() => setIsOpen(false)}
          paths={['reason']}
        >
          {({ field, values, set }) => (
            <ReasonField {...field('reason')} value={values.reason} onChange={(words) => set('reason', words)} />
          )}
        </ActForm>
      )}
    </li>
  );
}

function Apart({ pair: { id, left, right }, onChanged }: { pair: Pair; onChanged(words: string): void }) {
  const { t } = useTranslation('sources');
  const { run, isRunning, trouble } = useAct(reconsiderDuplicate);
  const reconsider = async () => {
    if (await run({ input: { duplicateId: id } })) onChanged(t('reconsider.done'));
  };
  return (
    <li>
      <div>
        <p>
          <Link to={`/organisations/${left.slug}`}>
            <bdi>{left.name}</bdi>
          </Link>{' '}
          ·{' '}
          <Link to={`/organisations/${right.slug}`}>
            <bdi>{right.name}</bdi>
          </Link>
        </p>
        <p className="small quiet">{t('decided.apart')}</p>
        <TroubleNotice trouble={trouble} />
      </div>
      <button type="button" className="button" aria-disabled={isRunning} onClick={() => void reconsider()}>
        {t('reconsider.act')}
      </button>
    </li>
  );
}
